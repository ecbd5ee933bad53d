import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { deliver } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
let other: Awaited<ReturnType<Harness['startAnother']>>;
beforeAll(async () => {
  harness = await startHarness();
  other = await harness.startAnother();
});
afterAll(async () => {
  await other.close();
  await harness.close();
});

/** How often Billecta was asked about each of these. */
const readsOf = (operation: string, ids: readonly string[]) =>
  ids.map(
    (id) =>
      harness.billecta.calls.filter((call) => call.operation === operation && call.path.includes(id)).length,
  );

const once = (ids: readonly unknown[]) => ids.map(() => 1);

test('two processes on one database read each invoice once, however long a read takes', async () => {
  const invoices = Array.from({ length: 24 }, () => harness.addInvoice());
  const ids = invoices.map(({ actionPublicId }) => actionPublicId);
  harness.billecta.fault({ kind: 'slow', ms: 400, operation: 'invoice' });
  await harness.store.db
    .insertInto('invoice')
    .values(
      ids.map((action_public_id) => ({
        lime_database: harness.lime.database,
        action_public_id,
        read_due_at: new Date().toISOString(),
      })),
    )
    .execute();
  await eventually(async () => {
    const due = await harness.store.db
      .selectFrom('invoice')
      .select('action_public_id')
      .where('action_public_id', 'in', ids)
      .where('read_due_at', 'is not', null)
      .execute();
    expect(due).toEqual([]);
  });
  harness.billecta.clearFaults();
  expect(readsOf('invoice', ids)).toEqual(once(ids));
});

test('and each debtor once, and write each of their changes to Lime once', async () => {
  const { actionPublicId } = harness.addInvoice();
  const debtors = [harness.billecta.invoice(actionPublicId).Debtor?.DebtorPublicId ?? ''];
  expect(debtors[0]).not.toBe('');
  const before = readsOf('debtor', debtors);
  harness.billecta.fault({ kind: 'slow', ms: 700, operation: 'debtor' });
  await deliver(harness, 'DebtorUpdated', { DebtorPublicId: debtors[0] });
  await eventually(async () => {
    const due = await harness.store.db.selectFrom('debtor_read').selectAll().execute();
    expect(due).toEqual([]);
    expect(readsOf('debtor', debtors)).not.toEqual(before);
  });
  harness.billecta.clearFaults();
  expect(readsOf('debtor', debtors)).toEqual(before.map((count) => count + 1));
});
