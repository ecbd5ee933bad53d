import type { ReconcileAnswer, ReconcileInput } from '../../contract/admin/reconciliation.ts';
import { type CallerContext, instant } from '../shared/context.ts';

/** Has the open invoices of one creditor, or of all, compared now; while a run is unfinished, that is the answer. */
export async function startReconciliation(
  context: CallerContext,
  { creditorPublicId }: ReconcileInput,
): Promise<ReconcileAnswer> {
  const { database, store, caller } = context;
  const { id, started } = await store.reconciliations.start(database, {
    kind: 'open',
    creditor: creditorPublicId ?? null,
    startedBy: caller,
    startedAt: instant(context),
  });
  context.wake('reconciliation');
  return { id: String(id), started };
}
