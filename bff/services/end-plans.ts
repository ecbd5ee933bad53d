import { planEnd } from '../domain/plan-end.ts';
import { type Context, instant } from './context.ts';
import type { Held } from './ports/invoices.ts';
import type { StoreParts } from './ports/store.ts';

/** Ends the planned resumes that what is now held of their invoices has made pointless. */
export async function endPlans(
  context: Context,
  { plans }: Pick<StoreParts, 'plans'>,
  held: ReadonlyArray<Pick<Held, 'invoice'>>,
): Promise<void> {
  const { database } = context;
  const ids = held.map(({ invoice }) => invoice.actionPublicId);
  const waiting = new Set(
    (await plans.of(database, ids))
      .filter(({ state }) => state === 'waiting')
      .map(({ actionPublicId }) => actionPublicId),
  );
  for (const { invoice } of held) {
    const why = waiting.has(invoice.actionPublicId) ? planEnd(invoice) : null;
    if (why) await plans.end(database, invoice.actionPublicId, why, instant(context));
  }
}
