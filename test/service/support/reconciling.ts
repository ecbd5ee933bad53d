import { expect } from 'vitest';
import type {
  ReconcileAnswer,
  Reconciliation,
  ReconciliationDetail,
  Reconciliations,
} from '../../../bff/contract/admin/reconciliation.ts';
import type { Caller } from './caller.ts';
import { eventually } from './eventually.ts';
import type { Bench } from './start.ts';

export async function startRun(admin: Caller, input: object = {}): Promise<ReconcileAnswer> {
  const { status, body } = await admin.post('sync/reconcile', JSON.stringify(input));
  expect(status).toBe(202);
  return body as ReconcileAnswer;
}

export const listRuns = async (admin: Caller, query = ''): Promise<Reconciliations> =>
  (await admin.get(`sync/reconciliations${query}`)).body as Reconciliations;

export const getRun = async (admin: Caller, id: string, query = ''): Promise<ReconciliationDetail> =>
  (await admin.get(`sync/reconciliations/${id}${query}`)).body as ReconciliationDetail;

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
    expect(detail.run.settled + detail.run.deferred).toBe(detail.run.found);
    return detail;
  });
}

/** An invoice that Lime's users have looked at, so that we hold it. */
export async function heldInvoice(bench: Bench, seed = {}) {
  const invoice = bench.addInvoice(seed);
  await bench.as('user').status(invoice.limeId);
  return invoice;
}
