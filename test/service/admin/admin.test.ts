import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Checks } from '../../../bff/contract/admin/checks.ts';
import type { CommandPage } from '../../../bff/contract/admin/commands.ts';
import type { EventDetail, EventPage } from '../../../bff/contract/admin/events.ts';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import type { RejectedPage } from '../../../bff/contract/admin/rejected.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, stored } from '../support/inbox.ts';
import { endOf, startRun } from '../support/reconciling.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function ask<T>(path: string): Promise<T> {
  const { status, body } = await harness.as('admin').get(path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body as T;
}

/** An event about an invoice of its own, applied and written to Lime. */
async function applied() {
  const invoice = harness.addInvoice();
  const id = await deliver(
    harness,
    'InvoiceActionStateChanged',
    harness.billecta.invoice(invoice.actionPublicId),
  );
  await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
  return { id, ...invoice };
}

async function dead(): Promise<number> {
  const { id } = await applied();
  await harness.store.db
    .updateTable('inbox')
    .set({ state: 'dead', cause: 'bug', outcome: 'It broke.' })
    .where('id', '=', id)
    .execute();
  return id;
}

const issue = async (id: string, all = false) =>
  (await ask<Issues>(`admin/issues?dismissed=${all}`)).issues.find((each) => each.id === id);

test('all is well, with the events of today and the last one', async () => {
  await applied();
  await eventually(async () => {
    const { verdict, tiles, charts } = await ask<AdminStatus>('admin/status');
    expect(verdict).toMatchObject({ kind: 'ok', eventsToday: 1, lastEventAt: expect.any(String) });
    expect(tiles.map(({ id }) => id)).toEqual([
      'billecta',
      'lime',
      'webhooks',
      'processing',
      'write-back',
      'reconciliation',
    ]);
    expect(charts.hours).toHaveLength(24);
    expect(charts.hours.at(-1)).toMatchObject({ received: 1, applied: 1, failed: 0 });
    expect(charts.delay.at(-1)?.p95).toBeGreaterThanOrEqual(0);
  });
});

test('events are paged from the newest on, without one twice or missing', async () => {
  const ids = [];
  for (let count = 0; count < 5; count += 1) ids.push((await applied()).id);
  const told: number[] = [];
  for (let after = ''; ; ) {
    const page: EventPage = await ask(`admin/events?limit=2${after}`);
    told.push(...page.events.map(({ id }) => id));
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(told.slice(0, 5)).toEqual([...ids].reverse());
  expect(new Set(told).size).toBe(told.length);
});

test('an event is found by its invoice, by state, by time and by what its body says', async () => {
  const { id, limeId, actionPublicId } = await applied();
  const found = async (query: string) =>
    (await ask<EventPage>(`admin/events?${query}`)).events.map((e) => e.id);
  const { InvoiceNumber: invoiceNumber } = harness.billecta.invoice(actionPublicId);
  // Which Lime invoice it is, is known once it has been written there.
  await eventually(async () => expect(await found(`invoice=${limeId}`)).toEqual([id]));
  expect(await found(`subject=${actionPublicId}`)).toEqual([id]);
  expect(await found(`q=${actionPublicId}`)).toEqual([id]);
  expect(await found(`q=${actionPublicId}&in=bodies`)).toEqual([id]);
  expect(await found('q=nobody-ever-says-this')).toEqual([]);
  expect(await found(`states=dead,pending&invoice=${limeId}`)).toEqual([]);
  expect(await found(`from=2999-01-01T00:00:00.000Z`)).toEqual([]);
  expect(await found(`to=2000-01-01T00:00:00.000Z`)).toEqual([]);
  expect(await found(`from=2000-01-01T00:00:00.000Z&to=2999-01-01T00:00:00.000Z&limit=1`)).toEqual([id]);
  expect(await found('event=InvoiceActionStateChanged&limit=1')).toEqual([id]);
  expect(invoiceNumber).toMatch(/^\d+$/);
  expect(await found(`invoice=${invoiceNumber}`)).toEqual([id]);
  const one = await ask<EventPage>(`admin/events?q=${id}`);
  expect(one.events[0]).toMatchObject({ id, invoice: { actionPublicId } });
});

test('an event tells its body, and what it changed in Lime', async () => {
  const { id } = await applied();
  await eventually(async () => {
    const event = await ask<EventDetail>(`admin/events/${id}`);
    expect(event.body).toContain('InvoiceActionStateChanged');
    expect(event.changes[0]).toMatchObject({ kind: 'invoice', created: false });
    expect(event.changes[0]?.fields.length).toBeGreaterThan(0);
    expect(event.blockedBy).toBeNull();
  });
  expect((await harness.as('admin').get('admin/events/999999')).status).toBe(404);
});

test('what failed for one cause is an issue, is tried again together, and is gone', async () => {
  const id = await dead();
  const found = await issue('event.bug');
  expect(found).toMatchObject({ count: 1, severity: 'error', remedy: 'report', message: 'It broke.' });
  expect(found?.invoices).toHaveLength(1);
  const { verdict } = await ask<AdminStatus>('admin/status');
  expect(verdict).toMatchObject({ kind: 'trouble', issue: { id: 'event.bug', count: 1 } });
  const admin = harness.as('admin');
  expect((await admin.post('admin/events/count', '{"states":["dead"]}')).body).toEqual({
    matched: 1,
    more: false,
  });
  const counted = await admin.post('admin/issues/event.bug/retry', '{"dryRun":true}');
  expect(counted.body).toEqual({ matched: 1, requeued: 0 });
  expect((await stored(harness, id)).state).toBe('dead');
  const renewed = await admin.post('admin/issues/event.bug/retry', '{}');
  expect(renewed.body).toEqual({ matched: 1, requeued: 1 });
  await eventually(async () => expect(await issue('event.bug')).toBeUndefined());
  expect((await admin.post('admin/issues/event.bug/retry', '{}')).status).toBe(404);
});

test('an issue that was dismissed is kept, and comes back when it happens again', async () => {
  await dead();
  const admin = harness.as('admin');
  await admin.post('admin/issues/event.bug/acknowledge', '{}');
  expect((await issue('event.bug'))?.acknowledged).toMatchObject({ by: expect.any(String) });
  await admin.post('admin/issues/event.bug/dismiss', '{}');
  expect(await issue('event.bug')).toBeUndefined();
  expect(await issue('event.bug', true)).toMatchObject({ count: 1 });
  await dead();
  expect(await issue('event.bug')).toMatchObject({ count: 2, dismissed: null });
  await admin.post('admin/issues/event.bug/retry', '{}');
});

test('a wrong webhook key is told with the request and the reason, and no secret', async () => {
  await fetch(`${harness.url}/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': 'a-wrong-key', 'content-type': 'application/json' },
    body: '{"Event":"Nonsense"}',
  });
  await eventually(async () => {
    const page = await ask<RejectedPage>('admin/rejected?reason=unauthenticated');
    expect(page.requests[0]).toMatchObject({ reason: 'unauthenticated', body: '{"Event":"Nonsense"}' });
    expect(JSON.stringify(page)).not.toContain('a-wrong-key');
    expect(page.keys).toEqual([
      { name: 'old', lastUsedAt: null },
      { name: 'test', lastUsedAt: expect.any(String) },
    ]);
  });
  expect(await issue('request.unauthenticated')).toBeUndefined();
});

test('the audit trail says who commanded what and what came of it, also as a file without formulas', async () => {
  const { limeId } = await applied();
  await harness.as('user').post(`invoices/${limeId}/dispute`, '{"reason":"quality","comment":"=1+1"}');
  const { commands } = await ask<CommandPage>(`admin/commands?commands=dispute&invoice=${limeId}`);
  expect(commands).toHaveLength(1);
  expect(commands[0]).toMatchObject({ reason: 'quality', invoice: { limeId } });
  expect(commands[0]?.trail[0]).toMatchObject({ state: 'requested' });
  const csv = await fetch(`${harness.url}/admin/commands.csv`, {
    headers: { 'x-api-key': harness.lime.keys.admin },
  });
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(await csv.text()).toContain(`"'=1+1"`);
});

test('the file of commands is whole, however many there are', async () => {
  const { db } = harness.store;
  const row = await db.selectFrom('command').selectAll().limit(1).executeTakeFirstOrThrow();
  const many = Array.from({ length: 10_052 }, (_, n) => ({
    ...row,
    id: `copy-${String(n).padStart(5, '0')}`,
    requested_by: 'the copies',
  }));
  for (let at = 0; at < many.length; at += 500)
    await db
      .insertInto('command')
      .values(many.slice(at, at + 500))
      .execute();
  const csv = await fetch(`${harness.url}/admin/commands.csv?by=the%20copies`, {
    headers: { 'x-api-key': harness.lime.keys.admin },
  });
  expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(1 + 10_052);
  await db.deleteFrom('command').where('requested_by', '=', 'the copies').execute();
});

test('a search in bodies minds neither case nor how a letter is written', async () => {
  const written = [
    '{"Event":"DailyNotification","Data":{"Name":"Åkessons Bygg"}}',
    '{"Event":"DailyNotification","Data":{"Name":"\\u00C5kessons R\\u00f6r"}}',
  ];
  const ids = [];
  for (const body of written) ids.push(Number(((await deliverRaw(body)) as { id: string }).id));
  for (const q of ['åkessons', 'ÅKESSONS', 'Åkessons']) {
    const { events } = await ask<EventPage>(`admin/events?q=${encodeURIComponent(q)}&in=bodies`);
    expect(events.map(({ id }) => id)).toEqual([...ids].reverse());
  }
  const odd = await ask<EventPage>(`admin/events?q=${encodeURIComponent('.*(a+)+$[')}&in=bodies`);
  expect(odd.events).toEqual([]);
});

const deliverRaw = async (body: string): Promise<unknown> => {
  const headers = { 'x-api-key': webhookKey };
  return (await fetch(`${harness.url}/billecta-webhook-receiver`, { method: 'POST', body, headers })).json();
};

test('the set-up checks ask Billecta and Lime, and tell which events have been seen', async () => {
  const { checks } = await ask<Checks>('admin/checks');
  const of = (id: string) => checks.find((check) => check.id === id);
  expect(of('billecta-credential')).toMatchObject({ state: 'ok', problem: null });
  expect(of('billecta-creditors')).toMatchObject({ state: 'ok' });
  expect(of('lime-key')).toMatchObject({ state: 'ok' });
  expect(of('webhook-address')).toMatchObject({
    header: 'x-api-key',
    url: expect.stringMatching(/receiver$/),
  });
  const seen = of('webhook-events');
  expect(seen).toMatchObject({ state: 'ok' });
  // The test before has disputed an invoice.
  expect(of('configuration')).toMatchObject({
    state: 'warning',
    unconfirmed: expect.not.arrayContaining(['dispute']),
    confirmed: [{ command: 'dispute', at: expect.any(String), invoiceNumber: expect.any(String) }],
  });
  expect(seen?.id === 'webhook-events' && seen.events).toHaveLength(16);
});

test('everybody sees that processing is paused, by whom and why', async () => {
  await harness.as('admin').post('admin/pause', '{"why":"Lime is being upgraded"}');
  const { body } = await harness.as('reader').get('processing');
  expect(body).toMatchObject({ paused: { why: 'Lime is being upgraded', by: expect.any(String) } });
  expect((await ask<AdminStatus>('admin/status')).verdict).toMatchObject({
    kind: 'paused',
    why: 'Lime is being upgraded',
  });
  await harness.as('admin').post('admin/resume', '{}');
  expect((await harness.as('reader').get('processing')).body).toEqual({ paused: null });
});

test('a comparison that failed is an issue until one succeeds, which trying again begins', async () => {
  const tile = async () =>
    (await ask<AdminStatus>('admin/status')).tiles.find(({ id }) => id === 'reconciliation');
  const end = harness.billecta.fault({ kind: 'outage', operation: 'open' });
  const { id } = await startRun(harness.as('admin'));
  await endOf(harness.as('admin'), id);
  expect(await tile()).toMatchObject({ state: 'error', cause: 'billecta-unreachable' });
  expect(await issue('reconciliation.billecta-unreachable')).toMatchObject({
    severity: 'warning',
    waiting: 1,
    message: expect.any(String),
  });
  end();
  const path = 'admin/issues/reconciliation.billecta-unreachable/retry';
  await eventually(async () => {
    const { status } = await harness.as('admin').post(path, '{}');
    expect([200, 404]).toContain(status);
    expect(await issue('reconciliation.billecta-unreachable')).toBeUndefined();
  });
  await eventually(async () =>
    expect(await tile()).toMatchObject({ state: 'ok', number: expect.any(Number) }),
  );
});

test('an event tells what its request said besides, but no secret', async () => {
  const { id } = await applied();
  const { headers } = await ask<EventDetail>(`admin/events/${id}`);
  expect(headers).toMatchObject({ connection: 'close', 'x-api-key': '(not kept)' });
});
