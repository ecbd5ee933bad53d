import type { Invoice } from '../domain/invoice.ts';
import { planEnd } from '../domain/plan-end.ts';
import { type Context, instant } from './context.ts';
import type { ResumePlan } from './ports/commands.ts';
import type { StoreParts } from './ports/store.ts';

/**
 * Ends the planned resumes that what is now held of their invoices has made pointless.
 *
 * @param plans - of the invoices, whatever state they are in
 */
export async function endPlans(
  context: Context,
  store: Pick<StoreParts, 'plans'>,
  plans: readonly ResumePlan[],
  invoices: readonly Invoice[],
): Promise<void> {
  const waiting = new Set(
    plans.filter(({ state }) => state === 'waiting').map(({ actionPublicId }) => actionPublicId),
  );
  for (const invoice of invoices) {
    const { actionPublicId } = invoice;
    const why = waiting.has(actionPublicId) ? planEnd(invoice) : null;
    if (why) await store.plans.end(context.database, actionPublicId, why, instant(context));
  }
}
