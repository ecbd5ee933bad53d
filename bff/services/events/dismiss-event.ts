import { type CallerContext, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/**
 * Sets aside an event that has failed for good or cannot be read; it stays stored.
 *
 * @throws Fault `not-found` when there is no such event to set aside
 */
export async function dismissEvent(context: CallerContext, id: number): Promise<void> {
  const dismissed = await context.store.inbox.dismiss(context.database, id, context.caller, instant(context));
  if (!dismissed) throw new Fault('not-found', `There is no event ${id} that has failed or cannot be read.`);
}
