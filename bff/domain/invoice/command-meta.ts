import type { Command } from '../command.ts';
import type { Invoice } from './invoice.ts';

interface CommandMeta {
  /** The command that undoes it. */
  opposite: Command;
  /** Why it is not allowed when there is nothing left to do. */
  already: string;
  /** Whether the invoice is as the command would leave it. */
  isDone: (invoice: Pick<Invoice, 'disputedSince' | 'paused'>) => boolean;
}

/** What each command is. */
export const commandMeta = {
  dispute: {
    opposite: 'cancel-dispute',
    already: 'already-disputed',
    isDone: ({ disputedSince }) => disputedSince !== null,
  },
  'cancel-dispute': {
    opposite: 'dispute',
    already: 'not-disputed',
    isDone: ({ disputedSince }) => disputedSince === null,
  },
  pause: {
    opposite: 'resume',
    already: 'already-paused',
    isDone: ({ paused }) => paused,
  },
  resume: {
    opposite: 'pause',
    already: 'not-paused',
    isDone: ({ paused }) => !paused,
  },
} as const satisfies Record<Command, CommandMeta>;
