import { isAsAskedFor } from '../../domain/invoice/command-rules.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import type { CommandRecord, CommandStep } from '../ports/store/command-store.ts';
import type { StoreParts } from '../ports/store/store.ts';
import { type Context, instant } from '../shared/context.ts';

/** A command that has left no trace for this long did not happen, ms. Longer than any caller waits. */
const traceWithin = 15_000;

/** Billecta's answer to a command, just received and not stored yet: it accepts it, or refuses. */
export interface Answered {
  id: string;
  step: CommandStep;
}

/**
 * Ends the commands whose outcome a read of the invoice shows.
 *
 * @param open - the commands on it whose end is not known
 * @param readAt - when the read began
 * @returns whether all of them have ended; if not, the invoice has to be read again
 */
export async function completeCommands(
  context: Context,
  { commands, resumePlans }: StoreParts,
  open: readonly CommandRecord[],
  { invoice, readAt, answered }: { invoice: Invoice; readAt: string; answered: Answered | undefined },
): Promise<boolean> {
  const { database } = context;
  const at = instant(context);
  let isComplete = true;
  for (const { id, command, requestedAt, until } of open) {
    // A read that began before the command shows the invoice as it was.
    if (readAt < requestedAt) {
      isComplete = false;
      continue;
    }
    const before = answered?.id === id ? [answered.step] : [];
    const confirmed = { state: 'confirmed', at, outcome: null } as const;
    const [refused] = before;
    if (refused?.state === 'refused') {
      // Another user may have been faster: then the invoice is as asked, but the service must not end its pause.
      if (isAsAskedFor(invoice, command)) await commands.finish(database, id, refused, confirmed);
      else await commands.finish(database, id, refused);
      if (until !== null) await resumePlans.drop(database, id, at);
    } else if (isAsAskedFor(invoice, command)) {
      await commands.finish(database, id, ...before, confirmed);
      if (until !== null) await resumePlans.arm(database, id);
    } else if (Date.parse(readAt) - Date.parse(requestedAt) > traceWithin) {
      const outcome = 'Billecta showed no trace of it when the invoice was read afterwards.';
      await commands.finish(database, id, ...before, { state: 'failed', at, outcome });
      if (until !== null) await resumePlans.drop(database, id, at);
    } else {
      const [step] = before;
      if (step) await commands.finish(database, id, step);
      isComplete = false;
    }
  }
  return isComplete;
}
