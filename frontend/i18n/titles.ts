import type { CommandName } from '../../bff/contract/command.ts';
import type { Language } from './languages.ts';

export interface CommandTitle {
  /** The act, as on its button and in Lime's action menu. */
  title: string;
  description: string;
}

type Titles = Record<CommandName, CommandTitle>;

/**
 * The commands' names, apart from the other texts: Lime wants them when it starts, all other texts are fetched
 * when something is shown. Short, because the loader carries them in every language.
 */
export const commandTitles: Record<Language, Titles> = {
  sv: titles(
    ['Bestrid faktura', 'Stoppar påminnelser och inkasso i Billecta'],
    ['Häv bestridande', 'Startar påminnelser och inkasso i Billecta igen'],
    ['Pausa faktura', 'Stoppar alla automatiska händelser i Billecta'],
    ['Återuppta faktura', 'Startar automatiska händelser i Billecta igen'],
  ),
  en: titles(
    ['Dispute invoice', 'Stops reminders and debt collection in Billecta'],
    ['Cancel dispute', 'Starts reminders and debt collection in Billecta again'],
    ['Pause invoice', 'Stops all automatic events in Billecta'],
    ['Resume invoice', 'Starts automatic events in Billecta again'],
  ),
  no: titles(
    ['Bestrid faktura', 'Stanser purringer og inkasso i Billecta'],
    ['Opphev bestridelse', 'Starter purringer og inkasso i Billecta igjen'],
    ['Sett faktura på pause', 'Stanser alle automatiske hendelser i Billecta'],
    ['Gjenoppta faktura', 'Starter automatiske hendelser i Billecta igjen'],
  ),
  da: titles(
    ['Bestrid faktura', 'Stopper rykkere og inkasso i Billecta'],
    ['Ophæv bestridelse', 'Starter rykkere og inkasso i Billecta igen'],
    ['Sæt faktura på pause', 'Stopper alle automatiske hændelser i Billecta'],
    ['Genoptag faktura', 'Starter automatiske hændelser i Billecta igen'],
  ),
  fi: titles(
    ['Riitauta lasku', 'Pysäyttää muistutukset ja perinnän Billectassa'],
    ['Peru riitautus', 'Käynnistää muistutukset ja perinnän Billectassa uudelleen'],
    ['Keskeytä lasku', 'Pysäyttää kaikki automaattiset tapahtumat Billectassa'],
    ['Jatka laskua', 'Käynnistää automaattiset tapahtumat Billectassa uudelleen'],
  ),
  de: titles(
    ['Rechnung bestreiten', 'Stoppt Mahnungen und Inkasso in Billecta'],
    ['Bestreitung aufheben', 'Startet Mahnungen und Inkasso in Billecta wieder'],
    ['Rechnung pausieren', 'Stoppt alle automatischen Ereignisse in Billecta'],
    ['Rechnung fortsetzen', 'Startet automatische Ereignisse in Billecta wieder'],
  ),
  nl: titles(
    ['Factuur betwisten', 'Stopt aanmaningen en incasso in Billecta'],
    ['Betwisting opheffen', 'Start aanmaningen en incasso in Billecta weer'],
    ['Factuur pauzeren', 'Stopt alle automatische gebeurtenissen in Billecta'],
    ['Factuur hervatten', 'Start automatische gebeurtenissen in Billecta weer'],
  ),
};

type Said = [title: string, description: string];

function titles(dispute: Said, cancelDispute: Said, pause: Said, resume: Said): Titles {
  return {
    dispute: title(dispute),
    'cancel-dispute': title(cancelDispute),
    pause: title(pause),
    resume: title(resume),
  };
}

function title([title, description]: Said): CommandTitle {
  return { title, description };
}
