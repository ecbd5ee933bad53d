import type { CommandName } from '../../bff/contract/command.ts';
import type { Language } from './languages.ts';

interface CommandTitle {
  /** The act, as on its button and in Lime's action menu. */
  title: string;
  /** The same on many invoices. */
  bulkTitle: string;
  description: string;
}

type Titles = Record<CommandName, CommandTitle>;

/**
 * The commands' names, apart from the other texts: Lime wants them when it starts, all other texts are fetched
 * when something is shown. Short, because the loader carries them in every language.
 */
export const commandTitles: Record<Language, Titles> = {
  sv: titles(
    ['Markera som bestridd', 'Markera som bestridda', 'Stoppar påminnelser och inkasso i Billecta'],
    ['Ta bort bestridande', 'Ta bort bestridanden', 'Startar påminnelser och inkasso i Billecta igen'],
    ['Pausa faktura', 'Pausa fakturor', 'Stoppar alla automatiska händelser i Billecta'],
    ['Återuppta faktura', 'Återuppta fakturor', 'Startar automatiska händelser i Billecta igen'],
  ),
  en: titles(
    ['Dispute invoice', 'Dispute invoices', 'Stops reminders and debt collection in Billecta'],
    ['Cancel dispute', 'Cancel disputes', 'Starts reminders and debt collection in Billecta again'],
    ['Pause invoice', 'Pause invoices', 'Stops all automatic events in Billecta'],
    ['Resume invoice', 'Resume invoices', 'Starts automatic events in Billecta again'],
  ),
  no: titles(
    ['Marker som bestridt', 'Marker som bestridt', 'Stanser purringer og inkasso i Billecta'],
    ['Fjern bestridelse', 'Fjern bestridelser', 'Starter purringer og inkasso i Billecta igjen'],
    ['Sett faktura på pause', 'Sett fakturaer på pause', 'Stanser alle automatiske hendelser i Billecta'],
    ['Gjenoppta faktura', 'Gjenoppta fakturaer', 'Starter automatiske hendelser i Billecta igjen'],
  ),
  da: titles(
    ['Markér som bestridt', 'Markér som bestridt', 'Stopper rykkere og inkasso i Billecta'],
    ['Fjern bestridelse', 'Fjern bestridelser', 'Starter rykkere og inkasso i Billecta igen'],
    ['Sæt faktura på pause', 'Sæt fakturaer på pause', 'Stopper alle automatiske hændelser i Billecta'],
    ['Genoptag faktura', 'Genoptag fakturaer', 'Starter automatiske hændelser i Billecta igen'],
  ),
  fi: titles(
    ['Merkitse riitautetuksi', 'Merkitse riitautetuiksi', 'Pysäyttää muistutukset ja perinnän Billectassa'],
    ['Poista riitautus', 'Poista riitautukset', 'Käynnistää muistutukset ja perinnän Billectassa uudelleen'],
    ['Keskeytä lasku', 'Keskeytä laskut', 'Pysäyttää kaikki automaattiset tapahtumat Billectassa'],
    ['Jatka laskua', 'Jatka laskuja', 'Käynnistää automaattiset tapahtumat Billectassa uudelleen'],
  ),
  de: titles(
    ['Als bestritten markieren', 'Als bestritten markieren', 'Stoppt Mahnungen und Inkasso in Billecta'],
    ['Bestreitung entfernen', 'Bestreitungen entfernen', 'Startet Mahnungen und Inkasso in Billecta wieder'],
    ['Rechnung pausieren', 'Rechnungen pausieren', 'Stoppt alle automatischen Ereignisse in Billecta'],
    ['Rechnung fortsetzen', 'Rechnungen fortsetzen', 'Startet automatische Ereignisse in Billecta wieder'],
  ),
  nl: titles(
    ['Als betwist markeren', 'Als betwist markeren', 'Stopt aanmaningen en incasso in Billecta'],
    ['Betwisting verwijderen', 'Betwistingen verwijderen', 'Start aanmaningen en incasso in Billecta weer'],
    ['Factuur pauzeren', 'Facturen pauzeren', 'Stopt alle automatische gebeurtenissen in Billecta'],
    ['Factuur hervatten', 'Facturen hervatten', 'Start automatische gebeurtenissen in Billecta weer'],
  ),
};

type Said = [title: string, bulkTitle: string, description: string];

function titles(dispute: Said, cancelDispute: Said, pause: Said, resume: Said): Titles {
  return {
    dispute: title(dispute),
    'cancel-dispute': title(cancelDispute),
    pause: title(pause),
    resume: title(resume),
  };
}

function title([title, bulkTitle, description]: Said): CommandTitle {
  return { title, bulkTitle, description };
}
