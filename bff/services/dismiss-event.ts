import { type CallerContext, instant } from './context.ts';
import { Fault } from './fault.ts';

/**
 * Sets aside an event that has failed for good, cannot be read or waits; it stays stored.
 *
 * @throws Fault `not-found` when there is no such event to set aside
 */
export async function dismissEvent(context: CallerContext, id: number): Promise<void> {
  const dismissed = await context.store.inbox.dismiss(context.database, id, context.caller, instant(context));
  if (!dismissed)
    throw new Fault('not-found', `There is no event ${id} that has failed, cannot be read or waits.`);
}
