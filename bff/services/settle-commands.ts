import { isAsAskedFor } from '../domain/command-rules.ts';
import type { Invoice } from '../domain/invoice.ts';
import { type Context, instant } from './context.ts';
import type { StoreParts } from './ports/store.ts';

/** A command that has left no trace for this long did not happen, ms. Longer than any caller waits. */
const traceWithin = 15_000;

/**
 * Ends the commands whose outcome a read of the invoice has told.
 *
 * @param readAt - when the read began
 * @returns whether all of them have ended; if not, the invoice has to be read again
 */
export async function settleCommands(
  context: Context,
  store: StoreParts,
  invoice: Invoice,
  readAt: string,
): Promise<boolean> {
  const now = instant(context);
  let settled = true;
  for (const each of await store.commands.unsettled(context.database, [invoice.actionPublicId])) {
    if (isAsAskedFor(invoice, each.command)) {
      await store.commands.finish(context.database, each.id, 'confirmed', now, null);
      if (each.until !== null) await store.plans.arm(context.database, each.id);
    } else if (Date.parse(readAt) - Date.parse(each.requestedAt) > traceWithin) {
      const outcome = 'Billecta showed no trace of it when the invoice was read afterwards.';
      await store.commands.finish(context.database, each.id, 'failed', now, outcome);
      if (each.until !== null) await store.plans.drop(context.database, each.id, now);
    } else {
      settled = false;
    }
  }
  return settled;
}
