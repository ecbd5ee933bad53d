import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWebhook } from '../../../bff/billecta/webhook/parse-webhook.ts';
import { nothingWanted } from '../../../bff/billecta/webhook/wanted-fields.ts';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import type { Effect } from '../../../bff/contract/admin/preview.ts';
import { deliveryParser } from '../../../bff/delivery-parser.ts';
import { changedFields } from '../../../bff/domain/invoice/changed-fields.ts';
import { applyEvents } from '../../../bff/services/events/apply-events.ts';
import { retryEvents } from '../../../bff/services/events/retry-events.ts';
import type { Store } from '../../../bff/services/ports/store/store.ts';
import type { CallerContext } from '../../../bff/services/shared/context.ts';
import { EventCounter } from '../../../bff/services/shared/event-counter.ts';
import { Fault } from '../../../bff/services/shared/fault.ts';
import { openStore } from '../../../bff/store/store.ts';
import { readWire, wireNames } from '../../wire/read.ts';
import { createStore, type TestStore } from '../support/store.ts';

const database = 'lime';
const start = '2026-10-10T12:00:00.000Z';

let tested: TestStore;
let store: Store;
beforeAll(async () => {
  tested = await createStore();
  store = await openStore(tested.url, deliveryParser(defaultKeys));
});
afterAll(async () => {
  await store.close();
  await tested.remove();
});

/** Each look at the clock is another instant, so that what was written is known by its time. */
let looks = 0;
const now = () => {
  looks += 1;
  return new Date(Date.parse(start) + looks);
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const context = () =>
  ({
    database,
    store,
    now,
    caller: 'an administrator',
    random: () => 0.5,
    wake: () => undefined,
    log: silent,
    counter: new EventCounter({ counted: () => undefined, applied: () => undefined }),
    parseWebhook: (body: Record<string, unknown>) => {
      if (body.Event === 'BreaksTheService') throw new Error('It broke.');
      return parseWebhook(body, defaultKeys, nothingWanted);
    },
  }) as unknown as CallerContext;

async function deliver(body: unknown): Promise<number> {
  const bytes = Buffer.from(JSON.stringify(body));
  const result = await store.intake.accept({ database, headers: '{}', bytes, receivedAt: start });
  if (result.kind !== 'stored') throw new Error('The webhook was refused');
  return result.id;
}

const looked = <T extends object>(rows: readonly T[], keyOf: (row: T) => string) =>
  new Map(rows.map((row) => [keyOf(row), row]));

/** All that an event can change. */
async function held(id: number) {
  const { db } = tested;
  const [invoices, debtors, objects, event] = await Promise.all([
    db.selectFrom('invoice').selectAll().orderBy('action_public_id').execute(),
    db.selectFrom('debtor_read').selectAll().execute(),
    db.selectFrom('lime_object').selectAll().where('kind', 'in', ['payment', 'reminder']).execute(),
    db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  ]);
  return {
    invoices: looked(invoices, (row) => row.action_public_id),
    debtors: looked(debtors, (row) => row.debtor_public_id),
    objects: looked(objects, (row) => `${row.kind} ${row.billecta_id}`),
    event,
  };
}
type Held = Awaited<ReturnType<typeof held>>;

/** What has come of an event, by what stands in the database. */
function cameOf(before: Held, after: Held): Effect[] {
  const { state, outcome, cause } = after.event;
  if (state === 'pending' || state === 'unreadable')
    return [{ kind: 'fails', cause: cause ?? 'unreadable', message: outcome ?? '' }];
  if (state === 'ignored') return [{ kind: 'ignored' }];
  const isRead = [...after.invoices].some(([id, row]) => {
    const was = before.invoices.get(id);
    return was?.read_enqueued_at !== row.read_enqueued_at && was?.as_of === row.as_of;
  });
  const onlyRead = [...after.invoices].some(([id, row]) => !before.invoices.has(id) && row.as_of === null);
  if (state === 'superseded') return isRead ? [{ kind: 'read', what: 'invoice' }] : [{ kind: 'stale' }];
  return [
    ...[...after.invoices].flatMap(([id, row]): Effect[] => {
      const was = before.invoices.get(id);
      if (row.snapshot === null || was?.as_of === row.as_of) return [];
      const invoice = JSON.parse(row.snapshot);
      const fields = changedFields(was?.snapshot ? JSON.parse(was.snapshot) : null, invoice);
      const currency = invoice.amounts?.currency ?? null;
      return fields.length > 0 ? [{ kind: 'changes', fields, currency }] : [];
    }),
    ...[...after.invoices].flatMap(([id, row]) => notesOf(before.invoices.get(id)?.notes, row.notes)),
    ...(isRead || onlyRead ? [{ kind: 'read', what: 'invoice' } as const] : []),
    ...([...after.debtors].some(([id, row]) => before.debtors.get(id)?.enqueued_at !== row.enqueued_at)
      ? [{ kind: 'read', what: 'debtor' } as const]
      : []),
    ...[...after.objects]
      .filter(([name, { revision }]) => before.objects.get(name)?.revision !== revision)
      .map(([, row]) => ({ kind: 'written', object: row.kind, billectaId: row.billecta_id }) as const),
  ];
}

function notesOf(before: string | null | undefined, after: string | null): Effect[] {
  const [was, is] = [JSON.parse(before ?? '{}'), JSON.parse(after ?? '{}')];
  const isNew = (name: string) => is[name] && JSON.stringify(is[name]) !== JSON.stringify(was[name] ?? null);
  return [
    ...(isNew('autogiro') ? [{ kind: 'noted', what: `autogiro-${is.autogiro.state}` } as Effect] : []),
    ...(isNew('delivery')
      ? [{ kind: 'noted', what: is.delivery.delivered ? 'delivered' : 'not-delivered' } as const]
      : []),
    ...(isNew('reminder') ? [{ kind: 'noted', what: 'reminder' } as const] : []),
  ];
}

/** Applies an event alone. @returns what has come of it */
async function run(id: number): Promise<Effect[]> {
  const before = await held(id);
  const lease = { token: String(id), until: '2999-01-01T00:00:00.000Z' };
  const events = await store.inbox.lease(database, now().toISOString(), lease, 1);
  expect(events.map((event) => event.id)).toEqual([id]);
  await applyEvents(context(), events, lease.token);
  return cameOf(before, await held(id));
}

describe('a dry run says what the run then does', () => {
  const wire = wireNames('billecta').filter((name) => name.startsWith('webhook-'));
  const bodies = [
    ...wire.map((name) => readWire('billecta', name).request.body),
    { Event: 'InvoiceActionAttested', Data: { odd: true } },
    { Event: 'BreaksTheService', Data: {} },
  ];
  let ids: number[];
  const said: Effect[] = [];
  let isUnchanged = false;

  beforeAll(async () => {
    // Two of them are one event.
    const delivered = new Set<number>();
    for (const body of bodies) delivered.add(await deliver(body));
    ids = [...delivered];
  });

  test.each(['for the first time', 'when they have been applied already'])(
    'of an event of every kind, %s',
    async () => {
      await tested.db
        .updateTable('inbox')
        .set({ state: 'pending', attempts: 0, next_attempt_at: start })
        .execute();
      const before = await held(ids[0] ?? 0);
      const { changes } = await retryEvents(context(), { ids }, { dryRun: true });
      expect(await held(ids[0] ?? 0)).toEqual(before);
      const done: Array<{ id: number; effects: Effect[] }> = [];
      for (const id of ids) done.push({ id, effects: await run(id) });
      expect(changes.map(({ id, effects }) => ({ id, effects }))).toEqual(done);
      said.push(...done.flatMap(({ effects }) => effects));
      isUnchanged ||= done.some(({ effects }) => effects.length === 0);
    },
  );

  test('and every kind of effect was among them', () => {
    const kinds = [
      { kind: 'changes', fields: expect.arrayContaining([expect.objectContaining({ field: 'stage' })]) },
      { kind: 'stale' },
      { kind: 'ignored' },
      { kind: 'fails', cause: 'unreadable', message: expect.stringContaining('The payload') },
      { kind: 'fails', cause: 'bug', message: 'It broke.' },
      { kind: 'noted', what: 'autogiro-failed' },
      { kind: 'noted', what: 'autogiro-renewed' },
      { kind: 'noted', what: 'not-delivered' },
      { kind: 'noted', what: 'reminder' },
      { kind: 'read', what: 'invoice' },
      { kind: 'read', what: 'debtor' },
      { kind: 'written', object: 'payment' },
      { kind: 'written', object: 'reminder' },
    ];
    for (const kind of kinds) expect(said).toContainEqual(expect.objectContaining(kind));
    expect(isUnchanged).toBe(true);
  });
});

test('a database that cannot be read is no fault of the event', async () => {
  const id = await deliver(readWire('billecta', 'webhook-attested').request.body);
  const gone = new Fault('storage-unavailable', 'The database is gone.');
  const invoices = { ...store.invoices, getMany: () => Promise.reject(gone) };
  const withoutInvoices = { ...context(), store: { ...store, invoices } };
  await expect(retryEvents(withoutInvoices, { ids: [id] }, { dryRun: true })).rejects.toBe(gone);
});
