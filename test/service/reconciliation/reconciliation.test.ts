import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { endOf, getRun, heldInvoice, listRuns, reconcile, startRun } from '../support/reconciling.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
let now = () => new Date();
beforeAll(async () => {
  harness = await startHarness({
    now: () => now(),
    environment: { CALLER_REQUESTS_PER_MINUTE: '9999999' },
  });
});
afterAll(() => harness.close());

const admin = () => harness.as('admin');

/** Something happens in Billecta, and nobody tells us. */
function untold(happen: () => void): void {
  const end = harness.billecta.fault({ kind: 'dropped' });
  happen();
  end();
}

const held = async (actionPublicId: string) => {
  const row = await harness.store.db
    .selectFrom('invoice')
    .select(['snapshot', 'source'])
    .where('action_public_id', '=', actionPublicId)
    .executeTakeFirstOrThrow();
  return { source: row.source, ...JSON.parse(row.snapshot ?? '{}') };
};

const driftOf = async (id: string, actionPublicId: string) =>
  (await getRun(admin(), id)).drift.filter((drift) => drift.actionPublicId === actionPublicId);

const reads = () => harness.billecta.calls.filter(({ operation }) => operation === 'invoice').length;
const lists = () => harness.billecta.calls.filter(({ operation }) => operation === 'open').length;

test('nothing drifts when all is well, and one call a creditor is all that it takes', async () => {
  const { actionPublicId } = await heldInvoice(harness);
  await heldInvoice(harness, { disputed: true, dueInDays: -5 });
  await heldInvoice(harness, { stage: 'Completed' });
  const before = { reads: reads(), lists: lists() };
  const { run, drift } = await reconcile(admin());
  expect(drift).toEqual([]);
  expect(run).toMatchObject({
    kind: 'open',
    state: 'finished',
    found: 0,
    failure: null,
    total: 2,
    compared: 2,
    creditors: [{ creditorPublicId: harness.billecta.creditorPublicId, state: 'done' }],
  });
  expect({ reads: reads(), lists: lists() }).toEqual({ ...before, lists: before.lists + 1 });
  expect((await held(actionPublicId)).source).toBe('verified');
});

test('a webhook that never came is found and mended, and the drift names field and event', async () => {
  const invoice = await heldInvoice(harness);
  untold(() => harness.billecta.inPortal('dispute', invoice.actionPublicId));
  const { run } = await reconcile(admin());
  const drift = await driftOf(run.id, invoice.actionPublicId);
  expect(drift.find(({ field }) => field === 'disputed')).toMatchObject({
    limeId: invoice.limeId,
    before: false,
    after: true,
    events: ['InvoiceActionStateChanged'],
    received: null,
    resolved: { outcome: 'corrected', value: true },
  });
  expect(await held(invoice.actionPublicId)).toMatchObject({
    source: 'reconciliation',
    disputedSince: expect.any(String),
  });
  expect((await reconcile(admin())).run.found).toBe(0);
});

test('an invoice that was paid meanwhile is no longer listed: it is read and mended', async () => {
  const { actionPublicId } = await heldInvoice(harness);
  untold(() => harness.billecta.registerPayment(actionPublicId));
  const { run } = await reconcile(admin());
  expect(await driftOf(run.id, actionPublicId)).toMatchObject([
    {
      field: 'listed',
      before: true,
      after: false,
      events: expect.arrayContaining(['InvoicePaymentReceived']),
      resolved: { outcome: 'corrected', value: false },
    },
  ]);
  expect((await held(actionPublicId)).stage).toBe('paid');
});

test('an amount in part paid is told in minor units with its currency', async () => {
  const { actionPublicId } = await heldInvoice(harness, { amountMinor: 100_000 });
  untold(() => harness.billecta.registerPayment(actionPublicId, 40_000));
  const { run } = await reconcile(admin());
  const drift = await driftOf(run.id, actionPublicId);
  expect(drift.find(({ field }) => field === 'currentAmount')).toMatchObject({
    before: 100_000,
    after: 60_000,
    currency: 'SEK',
    resolved: { value: 60_000 },
  });
});

test('an invoice that we have never heard of is taken up, a draft is not', async () => {
  const { actionPublicId } = harness.addInvoice();
  const draft = harness.addInvoice({ stage: 'Created' });
  const { run } = await reconcile(admin());
  expect(await driftOf(run.id, actionPublicId)).toMatchObject([
    { field: 'known', before: false, after: true, resolved: { outcome: 'corrected' } },
  ]);
  expect(await driftOf(run.id, draft.actionPublicId)).toEqual([]);
});

test('the event did come but has not been applied: the drift names it', async () => {
  const { actionPublicId } = await heldInvoice(harness);
  await admin().post('admin/pause', '{"why":"a test"}');
  harness.billecta.registerPayment(actionPublicId, 1_000);
  await harness.billecta.idle();
  const { run } = await reconcile(admin());
  const drift = await driftOf(run.id, actionPublicId);
  expect(drift.find(({ field }) => field === 'currentAmount')).toMatchObject({
    received: { event: 'InvoicePaymentReceived', state: 'pending' },
  });
  await admin().post('admin/resume', '');
});

describe('a run', () => {
  test('that is asked for twice runs once', async () => {
    const end = harness.billecta.fault({ kind: 'slow', ms: 400, operation: 'open' });
    const first = await startRun(admin());
    const second = await startRun(admin());
    end();
    expect([first.started, second]).toEqual([true, { id: first.id, started: false }]);
    expect((await endOf(admin(), first.id)).startedBy).not.toBe('schedule');
  });

  test('fails while Billecta is away, with the cause in words, and the next one works', async () => {
    const { actionPublicId } = await heldInvoice(harness);
    untold(() => harness.billecta.inPortal('pause', actionPublicId));
    const end = harness.billecta.fault({ kind: 'outage', operation: 'open' });
    const { id } = await startRun(admin());
    expect(await endOf(admin(), id)).toMatchObject({
      state: 'failed',
      failure: { cause: 'billecta-unreachable', message: expect.stringContaining('Billecta') },
      creditors: [{ state: 'failed' }],
    });
    end();
    const { run } = await reconcile(admin());
    expect(run.state).toBe('finished');
    expect((await held(actionPublicId)).paused).toBe(true);
  });

  test('whose reads meet an outage settles its drift when Billecta is back', async () => {
    const { actionPublicId } = await heldInvoice(harness);
    untold(() => harness.billecta.inPortal('pause', actionPublicId));
    const end = harness.billecta.fault({ kind: 'outage', operation: 'invoice' });
    const { id } = await startRun(admin());
    expect((await endOf(admin(), id)).state).toBe('finished');
    end();
    await eventually(async () =>
      expect((await driftOf(id, actionPublicId))[0]?.resolved?.outcome).toBe('corrected'),
    );
  });

  test('of a creditor that there is not fails, and says so', async () => {
    const { id } = await startRun(admin(), { creditorPublicId: 'nobody' });
    expect(await endOf(admin(), id)).toMatchObject({
      state: 'failed',
      failure: { cause: 'billecta-refused', message: expect.stringContaining('nobody') },
    });
  });

  test('whose process died is shown as interrupted, and taken up again under the same id', async () => {
    const { actionPublicId } = await heldInvoice(harness);
    untold(() => harness.billecta.inPortal('dispute', actionPublicId));
    const end = harness.billecta.fault({ kind: 'slow', ms: 60_000, operation: 'open' });
    const { id } = await startRun(admin());
    await eventually(async () => expect((await getRun(admin(), id)).run.creditors).toHaveLength(1));
    await harness.restart();
    end();
    const run = await endOf(admin(), id);
    expect(run).toMatchObject({ state: 'finished', interruptions: 1 });
    await eventually(async () => expect((await held(actionPublicId)).disputedSince).not.toBeNull());
  });

  test('that somebody dead holds waits for the end of its lease', async () => {
    await harness.store.db
      .insertInto('reconciliation')
      .values({
        lime_database: harness.lime.database,
        kind: 'open',
        creditor: null,
        state: 'running',
        started_by: 'schedule',
        started_at: new Date().toISOString(),
        creditors: '[]',
        lease_token: 'of the dead',
        lease_until: new Date(Date.now() - 1).toISOString(),
      })
      .execute();
    const [run] = (await listRuns(admin())).runs;
    expect(await endOf(admin(), run?.id ?? '')).toMatchObject({ state: 'finished', interruptions: 1 });
  });

  test('is one over two processes, whoever is asked', async () => {
    const another = await harness.startAnother();
    const { actionPublicId } = await heldInvoice(harness);
    untold(() => harness.billecta.inPortal('dispute', actionPublicId));
    const before = { lists: lists(), reads: reads() };
    const end = harness.billecta.fault({ kind: 'slow', ms: 300, operation: 'open' });
    const answers = await Promise.all([startRun(admin()), startRun(another.as('admin'))]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ started }) => started)).toHaveLength(1);
    const { id } = answers[0];
    await eventually(async () => expect((await getRun(admin(), id)).run.resolved).toBe(1));
    end();
    expect(lists()).toBe(before.lists + 1);
    expect(reads()).toBe(before.reads + 1);
    await another.close();
  });

  test('comes by itself when it is time, the closed invoices at night', async () => {
    const { actionPublicId } = await heldInvoice(harness);
    untold(() => harness.billecta.registerPayment(actionPublicId));
    now = () => new Date(Date.now() + 2 * 24 * 60 * 60 * 1000);
    await eventually(async () => {
      const runs = (await listRuns(admin())).runs.filter(({ startedBy }) => startedBy === 'schedule');
      expect(runs.filter(({ state }) => state === 'finished').map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['open', 'closed']),
      );
    });
    const closed = harness.billecta.calls.find(({ operation }) => operation === 'closed');
    expect(closed).toBeDefined();
    now = () => new Date();
  });
});

test('the list of runs is paged, newest first, and so is the drift of one', async () => {
  const invoices = await Promise.all([heldInvoice(harness), heldInvoice(harness), heldInvoice(harness)]);
  untold(() => {
    for (const { actionPublicId } of invoices) harness.billecta.inPortal('dispute', actionPublicId);
  });
  const { run, drift } = await reconcile(admin());
  const first = await listRuns(admin(), '?limit=1');
  expect(first.runs.map(({ id }) => id)).toEqual([run.id]);
  const second = await listRuns(admin(), `?limit=1&before=${first.next}`);
  expect(Number(second.runs[0]?.id)).toBeLessThan(Number(run.id));
  const page = await getRun(admin(), run.id, '?limit=2');
  const rest = await getRun(admin(), run.id, `?limit=200&after=${page.next}`);
  expect([...page.drift, ...rest.drift]).toEqual(drift);
  expect(rest.next).toBeNull();
});

test.each([
  ['admin/reconciliations/999999', 404],
  ['admin/reconciliations/none', 400],
  ['admin/reconciliations?limit=0', 400],
])('%s: %i', async (path, status) => {
  expect((await admin().get(path)).status).toBe(status);
});

test.each([['{"creditorPublicId":"../x"}'], ['{"creditor":"x"}'], ['[]']])(
  'POST admin/reconcile %s is refused',
  async (body) => {
    expect((await admin().post('admin/reconcile', body)).status).toBe(400);
  },
);
