import type { CommandName } from '../../bff/contract/command.ts';
import type { Language } from './languages.ts';

export interface CommandTitle {
  /** The act, as on its button and in Lime's action menu. */
  title: string;
  description: string;
}

/**
 * The commands' names, apart from the other texts: they are needed when Lime starts, the rest when something
 * is shown.
 */
export const commandTitles: Record<Language, Record<CommandName, CommandTitle>> = {
  en: {
    dispute: {
      title: 'Dispute invoice',
      description: 'Stops reminders and debt collection in Billecta while the debtor contests the invoice.',
    },
    'cancel-dispute': {
      title: 'Cancel dispute',
      description: 'Ends the dispute in Billecta, so that reminders and debt collection start again.',
    },
    pause: {
      title: 'Pause invoice',
      description: 'Stops all automatic events in Billecta until the invoice is resumed.',
    },
    resume: {
      title: 'Resume invoice',
      description: 'Ends the pause in Billecta, so that automatic events start again.',
    },
  },
  sv: {
    dispute: {
      title: 'Bestrid faktura',
      description: 'Stoppar påminnelser och inkasso i Billecta medan gäldenären bestrider fakturan.',
    },
    'cancel-dispute': {
      title: 'Häv bestridande',
      description: 'Häver bestridandet i Billecta, så att påminnelser och inkasso startar igen.',
    },
    pause: {
      title: 'Pausa faktura',
      description: 'Stoppar alla automatiska händelser i Billecta tills fakturan återupptas.',
    },
    resume: {
      title: 'Återuppta faktura',
      description: 'Avslutar pausen i Billecta, så att automatiska händelser startar igen.',
    },
  },
};
