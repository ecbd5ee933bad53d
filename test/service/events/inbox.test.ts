import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { deliver, inbox, stored } from '../support/inbox.ts';
import { poison } from '../support/poison.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const changed = (actionPublicId: string) =>
  deliver(harness, 'InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));

/** Waits until `look` passes, letting the time pass until the event is tried again; by the third time it may be half a minute. */
function whileRetrying(id: number, look: () => Promise<void>): Promise<void> {
  return eventually(async () => {
    const now = new Date().toISOString();
    await harness.store.db.updateTable('inbox').set({ next_attempt_at: now }).where('id', '=', id).execute();
    await look();
  });
}

describe('an event that cannot be applied', () => {
  test('holds up no other invoice, is noted with its cause, and is applied when the cause is gone', async () => {
    const bad = harness.billecta.addInvoice();
    const cure = await poison(harness.store, bad);
    const poisoned = await changed(bad);
    const good = await Promise.all([1, 2, 3].map(() => changed(harness.billecta.addInvoice())));
    for (const id of good)
      await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
    await eventually(async () => {
      expect(await stored(harness, poisoned)).toMatchObject({
        state: 'pending',
        cause: 'bug',
        outcome: expect.stringContaining('poisoned'),
      });
    });
    const attempts = await harness.store.db.selectFrom('attempt').selectAll().execute();
    expect(attempts[0]).toMatchObject({ cause: 'bug', message: expect.stringContaining('poisoned') });
    expect(Number(attempts[0]?.event_id)).toBe(poisoned);
    await cure();
    await whileRetrying(poisoned, async () =>
      expect((await stored(harness, poisoned)).state).toBe('applied'),
    );
  });

  test('is waited for by the later events of its own invoice, which are then applied in order', async () => {
    const bad = harness.billecta.addInvoice();
    const cure = await poison(harness.store, bad);
    const first = await changed(bad);
    await eventually(async () => expect((await stored(harness, first)).attempts).toBeGreaterThan(0));
    harness.billecta.sendReminder(bad);
    const second = await changed(bad);
    await whileRetrying(first, async () =>
      expect((await stored(harness, first)).attempts).toBeGreaterThan(1),
    );
    expect(await stored(harness, second)).toMatchObject({ state: 'pending', attempts: 0 });
    await cure();
    // The read that the first one calls for may tell what the second one would have told.
    await whileRetrying(first, async () =>
      expect((await stored(harness, second)).state).toMatch(/applied|superseded/),
    );
    const [one, two] = [await stored(harness, first), await stored(harness, second)];
    expect(one.state).toBe('applied');
    expect(Date.parse(two.completed_at ?? '')).toBeGreaterThanOrEqual(Date.parse(one.completed_at ?? ''));
  });

  test('becomes a dead letter after the last attempt, and can be tried again or dismissed', async () => {
    const bad = harness.billecta.addInvoice();
    const cure = await poison(harness.store, bad);
    await harness.as('admin').post('admin/pause', '{"why":"a test"}');
    const id = await changed(bad);
    const other = await deliver(harness, 'InvoiceActionAttested', { odd: true });
    await harness.store.db.updateTable('inbox').set({ attempts: 8 }).where('id', '=', id).execute();
    await harness.as('admin').post('admin/resume', '{}');
    await eventually(async () => {
      expect(await stored(harness, id)).toMatchObject({ state: 'dead', attempts: 9, cause: 'bug' });
    });
    await eventually(async () => expect((await stored(harness, other)).state).toBe('unreadable'));

    await cure();
    await harness.as('admin').post(`admin/events/${id}/retry`, '{}');
    await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
    expect((await harness.as('admin').send('POST', `admin/events/${other}/dismiss`)).status).toBe(204);
    expect((await stored(harness, other)).state).toBe('dismissed');
    expect((await harness.as('admin').send('POST', `admin/events/${id}/dismiss`)).status).toBe(404);
  });
});

test('what a dead process had claimed is taken up when its lease is over, and not before', async () => {
  await harness.as('admin').post('admin/pause', '{"why":"a test"}');
  const leased = await changed(harness.billecta.addInvoice());
  const free = await changed(harness.billecta.addInvoice());
  const until = new Date(Date.now() + 1_500).toISOString();
  await harness.store.db
    .updateTable('inbox')
    .set({ lease_token: 'of the dead', lease_until: until })
    .where('id', '=', leased)
    .execute();
  await harness.as('admin').post('admin/resume', '{}');
  await eventually(async () => expect((await stored(harness, free)).state).toBe('applied'));
  expect((await stored(harness, leased)).state).toBe('pending');
  await eventually(async () => expect((await stored(harness, leased)).state).toBe('applied'));
  expect((await stored(harness, leased)).completed_at ?? '').toMatch(/Z$/);
  expect(Date.parse((await stored(harness, leased)).completed_at ?? '')).toBeGreaterThanOrEqual(
    Date.parse(until),
  );
});

test('while processing is paused everything is taken in, also after a restart, and applied when it is resumed', async () => {
  await harness.as('admin').post('admin/pause', '{"why":"Lime is being upgraded"}');
  const ids = await Promise.all([1, 2, 3].map(() => changed(harness.billecta.addInvoice())));
  await harness.restart();
  ids.push(await changed(harness.billecta.addInvoice()));
  expect((await inbox(harness, {})).map(({ state }) => state)).toEqual([
    'pending',
    'pending',
    'pending',
    'pending',
  ]);
  const resumed = await harness.as('admin').post('admin/resume', '{}');
  expect(resumed.body).toEqual({ paused: null });
  for (const id of ids)
    await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
});

async function bodies(): Promise<number[]> {
  const rows = await harness.store.db.selectFrom('inbox_body').select('event_id').execute();
  return rows.map((row) => Number(row.event_id));
}

test('old bodies are forgotten; the event and its outcome are not', async () => {
  const id = await changed(harness.billecta.addInvoice());
  await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
  const recent = await changed(harness.billecta.addInvoice());
  await harness.store.db
    .updateTable('inbox_body')
    .set({ received_at: '2026-01-01T00:00:00.000Z' })
    .where('event_id', '=', id)
    .execute();
  await harness.restart();
  await eventually(async () => expect(await bodies()).toEqual([recent]));
  expect(await stored(harness, id)).toMatchObject({ state: 'applied', occurred_at: expect.any(String) });
  const retried = await harness.as('admin').post(`admin/events/${id}/retry`, '{"dryRun":true}');
  expect(retried.body).toMatchObject({
    changes: [{ effects: [{ kind: 'fails', message: 'Its body is no longer kept.' }] }],
  });
});
