import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { deliver, inbox } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

const hour = 60 * 60 * 1000;

let harness: Harness;
let ahead: number;
beforeEach(async () => {
  ahead = hour;
  harness = await startHarness({ now: () => new Date(Date.now() + ahead) });
});
afterEach(() => harness.close());

const inAnHour = () => new Date(Date.now() + hour).toISOString();

test('an event that came while the clock was an hour ahead is applied once the clock is right', async () => {
  const admin = harness.as('admin');
  expect((await admin.post('admin/pause', '{"why":"The clock is wrong"}')).status).toBe(200);
  const id = await deliver(harness, 'DebtorUpdated', { DebtorPublicId: 'd-1' });
  expect(await inbox(harness, { id })).toMatchObject([{ state: 'pending' }]);
  ahead = 0;
  await admin.post('admin/resume', '{}');
  await eventually(async () => expect(await inbox(harness, { id })).toMatchObject([{ state: 'applied' }]));
});

test('what was to be done at once, and what was leased, does not wait for the clock to come true', async () => {
  const { database } = harness.lime;
  const { db } = harness.store;
  const { limeId, actionPublicId } = harness.addInvoice();
  expect((await harness.as('user').status(limeId)).status).toBe(200);
  const lease = { lease_token: 'of-the-dead', lease_until: inAnHour() };
  await db
    .updateTable('invoice')
    .set({ read_due_at: inAnHour(), read_enqueued_at: inAnHour() })
    .where('action_public_id', '=', actionPublicId)
    .execute();
  await db
    .insertInto('debtor_read')
    .values({ lime_database: database, debtor_public_id: 'd-2', due_at: inAnHour(), enqueued_at: inAnHour() })
    .execute();
  const id = await deliver(harness, 'DebtorUpdated', { DebtorPublicId: 'd-3' });
  await eventually(async () => expect(await inbox(harness, { id })).toMatchObject([{ state: 'applied' }]));
  await db
    .updateTable('inbox')
    .set({ state: 'pending', ...lease })
    .where('id', '=', id)
    .execute();
  ahead = 0;
  await eventually(async () => {
    expect(await inbox(harness, { id })).toMatchObject([{ state: 'applied' }]);
    const invoice = await db
      .selectFrom('invoice')
      .select(['read_due_at', 'read_enqueued_at'])
      .where('action_public_id', '=', actionPublicId)
      .execute();
    expect(invoice).toEqual([{ read_due_at: null, read_enqueued_at: null }]);
    const debtors = await db.selectFrom('debtor_read').selectAll().where('attempts', '=', 0).execute();
    expect(debtors).toEqual([]);
  });
});

test('a clock that runs far ahead at the start deletes nothing, and the log says what to do', async () => {
  ahead = 0;
  const id = await deliver(harness, 'DebtorUpdated', { DebtorPublicId: 'd-4' });
  await eventually(async () => expect(await inbox(harness, { id })).toMatchObject([{ state: 'applied' }]));
  ahead = 366 * 24 * hour;
  await harness.restart();
  await eventually(() => expect(harness.log.join('')).toContain('nothing old is forgotten'));
  // The work of the same worker that comes after: it has been there.
  await eventually(async () => expect((await fetch(`${harness.origin}/readyz`)).status).toBe(200));
  const bodies = await harness.store.db.selectFrom('inbox_body').select('event_id').execute();
  expect(bodies.map(({ event_id }) => Number(event_id))).toContain(id);
});
