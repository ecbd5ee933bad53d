import type { Invoice } from '../domain/invoice.ts';
import { planEnd } from '../domain/plan-end.ts';
import { type Context, instant } from './context.ts';
import type { ResumePlan } from './ports/commands.ts';
import type { StoreParts } from './ports/store.ts';

/**
 * Has planned resumes follow what is now held of their invoices: ends those that have become pointless, and has those
 * tried at once that a dispute held back which is lifted.
 *
 * @param plans - of the invoices, whatever state they are in
 */
export async function followPlans(
  context: Context,
  store: Pick<StoreParts, 'plans'>,
  plans: readonly ResumePlan[],
  invoices: readonly Invoice[],
): Promise<void> {
  const { database } = context;
  const now = instant(context);
  const stateOf = new Map(plans.map(({ actionPublicId, state }) => [actionPublicId, state]));
  for (const invoice of invoices) {
    const { actionPublicId } = invoice;
    const state = stateOf.get(actionPublicId);
    if (state !== 'waiting' && state !== 'held-back') continue;
    const why = planEnd(invoice);
    if (why) await store.plans.end(database, actionPublicId, why, now);
    else if (state === 'held-back' && invoice.disputedSince === null)
      await store.plans.release(database, actionPublicId, now);
  }
}
