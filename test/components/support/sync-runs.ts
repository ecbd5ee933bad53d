import type {
  Drift,
  Reconciliation,
  ReconciliationDetail,
} from '../../../bff/contract/admin/reconciliation.ts';

/** A run of one creditor that found two invoices, which have been read since. */
export function finishedRun(changes: Partial<Reconciliation> = {}): Reconciliation {
  return {
    id: 'r-1',
    kind: 'open',
    state: 'finished',
    startedBy: 'schedule',
    startedAt: '2025-11-03T09:45:00.000Z',
    finishedAt: '2025-11-03T09:45:20.000Z',
    interruptions: 0,
    creditors: [{ creditorPublicId: 'c-1', state: 'done', total: 120, compared: 120, failure: null }],
    total: 120,
    compared: 120,
    found: 2,
    deferred: 0,
    resolved: 2,
    failure: null,
    ...changes,
  };
}

/** A quarter of it is compared. */
export function runUnderWay(changes: Partial<Reconciliation> = {}): Reconciliation {
  return finishedRun({
    id: 'r-2',
    state: 'running',
    startedBy: 'ab12cd34',
    finishedAt: null,
    creditors: [{ creditorPublicId: 'c-1', state: 'running', total: 120, compared: 30, failure: null }],
    compared: 30,
    found: 0,
    resolved: 0,
    ...changes,
  });
}

/** An invoice that had been paid, though we held that it was sent. */
export function aDrift(changes: Partial<Drift> = {}): Drift {
  return {
    id: 'd-1',
    actionPublicId: 'a-1001',
    limeId: 1001,
    invoiceNumber: '70001',
    creditorPublicId: 'c-1',
    field: 'stage',
    before: 'sent',
    after: 'paid',
    currency: null,
    foundAt: '2025-11-03T09:45:10.000Z',
    events: ['InvoicePaid'],
    received: null,
    resolved: { at: '2025-11-03T09:45:15.000Z', outcome: 'corrected', value: 'paid' },
    ...changes,
  };
}

/** What was left to pay, in minor units; not read yet. */
export function moneyDrift(changes: Partial<Drift> = {}): Drift {
  return aDrift({
    id: 'd-2',
    field: 'currentAmount',
    before: 100050,
    after: 0,
    currency: 'SEK',
    resolved: null,
    ...changes,
  });
}

export function runDetail(changes: Partial<ReconciliationDetail> = {}): ReconciliationDetail {
  return { run: finishedRun(), drift: [aDrift(), moneyDrift()], next: null, ...changes };
}
