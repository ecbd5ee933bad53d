import type { Command } from '../command.ts';
import type { Invoice } from './invoice.ts';

interface CommandMeta {
  /** The command that undoes it. */
  opposite: Command;
  /** Why it is not allowed when there is nothing left to do. */
  already: string;
  /** Billecta's name of the event that it leaves in the invoice's log (docs/facts/billecta.md 5.3). */
  event: string;
  /** Whether the invoice is as the command would leave it. */
  isDone: (invoice: Pick<Invoice, 'disputedSince' | 'paused'>) => boolean;
}

/** What each command is. */
export const commandMeta = {
  dispute: {
    opposite: 'cancel-dispute',
    already: 'already-disputed',
    event: 'Disputed',
    isDone: ({ disputedSince }) => disputedSince !== null,
  },
  'cancel-dispute': {
    opposite: 'dispute',
    already: 'not-disputed',
    event: 'UnDisputed',
    isDone: ({ disputedSince }) => disputedSince === null,
  },
  pause: {
    opposite: 'resume',
    already: 'already-paused',
    event: 'Paused',
    isDone: ({ paused }) => paused,
  },
  resume: {
    opposite: 'pause',
    already: 'not-paused',
    event: 'Resumed',
    isDone: ({ paused }) => !paused,
  },
} as const satisfies Record<Command, CommandMeta>;
