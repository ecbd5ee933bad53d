import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { deliver, inbox } from '../support/inbox.ts';
import { type Bench, startBench } from '../support/start.ts';

const hour = 60 * 60 * 1000;

let bench: Bench;
let ahead: number;
beforeEach(async () => {
  ahead = hour;
  bench = await startBench({ now: () => new Date(Date.now() + ahead) });
});
afterEach(() => bench.close());

const inAnHour = () => new Date(Date.now() + hour).toISOString();

test('an event that came while the clock was an hour ahead is applied once the clock is right', async () => {
  const admin = bench.as('admin');
  expect((await admin.post('sync/pause', '{"why":"The clock is wrong"}')).status).toBe(200);
  const id = await deliver(bench, 'DebtorUpdated', { DebtorPublicId: 'd-1' });
  expect(await inbox(bench, { id })).toMatchObject([{ state: 'pending' }]);
  ahead = 0;
  await admin.post('sync/resume', '{}');
  await eventually(async () => expect(await inbox(bench, { id })).toMatchObject([{ state: 'applied' }]));
});

test('what was to be done at once, and what was leased, does not wait for the clock to come true', async () => {
  const { database } = bench.lime;
  const { db } = bench.store;
  const { limeId, actionPublicId } = bench.addInvoice();
  expect((await bench.as('user').status(limeId)).status).toBe(200);
  const lease = { lease_token: 'of-the-dead', lease_until: inAnHour() };
  await db
    .updateTable('invoice')
    .set({ read_due_at: inAnHour(), read_wanted_from: inAnHour() })
    .where('action_public_id', '=', actionPublicId)
    .execute();
  await db
    .insertInto('debtor_read')
    .values({ lime_database: database, debtor_public_id: 'd-2', due_at: inAnHour(), wanted_from: inAnHour() })
    .execute();
  const id = await deliver(bench, 'DebtorUpdated', { DebtorPublicId: 'd-3' });
  await eventually(async () => expect(await inbox(bench, { id })).toMatchObject([{ state: 'applied' }]));
  await db
    .updateTable('inbox')
    .set({ state: 'pending', ...lease })
    .where('id', '=', id)
    .execute();
  ahead = 0;
  await eventually(async () => {
    expect(await inbox(bench, { id })).toMatchObject([{ state: 'applied' }]);
    const invoice = await db
      .selectFrom('invoice')
      .select(['read_due_at', 'read_wanted_from'])
      .where('action_public_id', '=', actionPublicId)
      .execute();
    expect(invoice).toEqual([{ read_due_at: null, read_wanted_from: null }]);
    const debtors = await db.selectFrom('debtor_read').selectAll().where('attempts', '=', 0).execute();
    expect(debtors).toEqual([]);
  });
});

test('a clock that runs far ahead at the start deletes nothing, and the log says what to do', async () => {
  ahead = 0;
  const id = await deliver(bench, 'DebtorUpdated', { DebtorPublicId: 'd-4' });
  await eventually(async () => expect(await inbox(bench, { id })).toMatchObject([{ state: 'applied' }]));
  ahead = 366 * 24 * hour;
  await bench.restart();
  await eventually(() => expect(bench.log.join('')).toContain('nothing old is forgotten'));
  // The work of the same worker that comes after: it has been there.
  await eventually(async () => expect((await fetch(`${bench.origin}/readyz`)).status).toBe(200));
  const bodies = await bench.store.db.selectFrom('inbox_body').select('event_id').execute();
  expect(bodies.map(({ event_id }) => Number(event_id))).toContain(id);
});
