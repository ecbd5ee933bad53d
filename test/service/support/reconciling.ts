import { expect } from 'vitest';
import type {
  ReconcileAnswer,
  Reconciliation,
  ReconciliationDetail,
  Reconciliations,
} from '../../../bff/contract/admin/reconciliation.ts';
import type { Caller } from './caller.ts';
import { eventually } from './eventually.ts';
import type { Harness } from './start.ts';

export async function startRun(admin: Caller, input: object = {}): Promise<ReconcileAnswer> {
  const { status, body } = await admin.post('admin/reconcile', JSON.stringify(input));
  expect(status).toBe(202);
  return body as ReconcileAnswer;
}

export const listRuns = async (admin: Caller, query = ''): Promise<Reconciliations> =>
  (await admin.get(`admin/reconciliations${query}`)).body as Reconciliations;

export const getRun = async (admin: Caller, id: string, query = ''): Promise<ReconciliationDetail> =>
  (await admin.get(`admin/reconciliations/${id}${query}`)).body as ReconciliationDetail;

/** The run when it is over. */
export const endOf = (admin: Caller, id: string): Promise<Reconciliation> =>
  eventually(async () => {
    const { run } = await getRun(admin, id);
    expect(run.finishedAt).not.toBeNull();
    return run;
  });

/** Runs reconciliation now, and waits until all that it found has been read. */
export async function reconcile(admin: Caller, input: object = {}): Promise<ReconciliationDetail> {
  const { id } = await startRun(admin, input);
  await endOf(admin, id);
  return eventually(async () => {
    const detail = await getRun(admin, id);
    expect(detail.run.resolved + detail.run.deferred).toBe(detail.run.found);
    return detail;
  });
}

/** An invoice that Lime's users have looked at, so that we hold it. */
export async function heldInvoice(harness: Harness, seed = {}) {
  const invoice = harness.addInvoice(seed);
  await harness.as('user').status(invoice.limeId);
  return invoice;
}
