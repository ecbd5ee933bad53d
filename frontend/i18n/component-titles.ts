import type { Language } from './languages.ts';

type Said = [title: string, description: string];

/** Our components' names in Lime's pickers: the invoice's card, its badge, and the panel. */
export const componentTitles: Record<Language, Record<'card' | 'status' | 'panel', Said>> = {
  sv: {
    card: ['Faktura i Billecta', 'Fakturans läge, belopp, händelser och kommandon'],
    status: ['Läge i Billecta', 'Fakturans läge, även som kolumn i en tabell'],
    panel: ['Synkning med Billecta', 'Om fakturorna följer Billecta, och vad som behöver göras'],
  },
  en: {
    card: ['Invoice in Billecta', "The invoice's state, amounts, timeline and commands"],
    status: ['State in Billecta', "The invoice's state, also as a table column"],
    panel: ['Sync with Billecta', 'Whether invoices are in step with Billecta, and what needs attention'],
  },
  no: {
    card: ['Faktura i Billecta', 'Fakturaens status, beløp, hendelser og kommandoer'],
    status: ['Status i Billecta', 'Fakturaens status, også som kolonne i en tabell'],
    panel: ['Synkronisering med Billecta', 'Om fakturaene følger Billecta, og hva som må gjøres'],
  },
  da: {
    card: ['Faktura i Billecta', 'Fakturaens status, beløb, hændelser og kommandoer'],
    status: ['Status i Billecta', 'Fakturaens status, også som kolonne i en tabel'],
    panel: ['Synkronisering med Billecta', 'Om fakturaerne følger Billecta, og hvad der skal gøres'],
  },
  fi: {
    card: ['Lasku Billectassa', 'Laskun tila, summat, tapahtumat ja komennot'],
    status: ['Tila Billectassa', 'Laskun tila, myös taulukon sarakkeena'],
    panel: ['Synkronointi Billectan kanssa', 'Ovatko laskut ajan tasalla, ja mitä pitää tehdä'],
  },
  de: {
    card: ['Rechnung in Billecta', 'Status, Beträge, Verlauf und Befehle der Rechnung'],
    status: ['Status in Billecta', 'Status der Rechnung, auch als Spalte einer Tabelle'],
    panel: ['Abgleich mit Billecta', 'Ob die Rechnungen Billecta entsprechen, und was zu tun ist'],
  },
  nl: {
    card: ['Factuur in Billecta', 'Status, bedragen, tijdlijn en opdrachten van de factuur'],
    status: ['Status in Billecta', 'Status van de factuur, ook als kolom in een tabel'],
    panel: ['Synchronisatie met Billecta', 'Of de facturen bij zijn met Billecta, en wat er moet gebeuren'],
  },
};
