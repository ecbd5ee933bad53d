import type { Invoice } from '../../domain/invoice/invoice.ts';
import { planEnd } from '../../domain/invoice/plan-end.ts';
import type { CommandStore } from '../ports/store/command-store.ts';
import type { ResumePlan, ResumePlans } from '../ports/store/resume-plans.ts';
import { type Context, instant } from '../shared/context.ts';

/**
 * Adjusts planned resumes to the stored snapshots of their invoices: ends those that have become pointless, and makes
 * due the `held-back` ones whose dispute is lifted.
 *
 * @param plans - of the invoices, whatever state they are in
 */
export async function endResumePlans(
  context: Pick<Context, 'database' | 'now'>,
  store: { commands: Pick<CommandStore, 'get'>; resumePlans: Pick<ResumePlans, 'end' | 'release'> },
  plans: readonly ResumePlan[],
  invoices: readonly Invoice[],
): Promise<void> {
  const { database } = context;
  const now = instant(context);
  const planOf = new Map(plans.map((plan) => [plan.actionPublicId, plan]));
  for (const invoice of invoices) {
    const { actionPublicId } = invoice;
    const plan = planOf.get(actionPublicId);
    if (!plan || (plan.state !== 'waiting' && plan.state !== 'held-back')) continue;
    const pause = await store.commands.get(database, plan.commandId);
    const why = planEnd(invoice, pause?.finishedAt ?? now);
    if (why) await store.resumePlans.end(database, plan, why, now);
    else if (plan.state === 'held-back' && invoice.disputedSince === null)
      await store.resumePlans.release(database, plan, now);
  }
}
