import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaskCount, TaskProgress } from '../../../bff/contract/task.ts';
import { auditOf } from '../support/audit.ts';
import { Caller, type Reply } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';
import { begin, ended, look, outcomes, sent } from '../support/tasks.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({
    environment: { TASK_INVOICES_AT_MOST: '60', CALLER_REQUESTS_PER_MINUTE: '99999' },
  });
});
afterAll(() => harness.close());

const user = () => harness.as('user');
const post = (path: string, input: unknown) => user().post(path, JSON.stringify(input));
const several = (count: number) => Array.from({ length: count }, () => harness.addInvoice());
const idsOf = (invoices: readonly { limeId: number }[]) => invoices.map(({ limeId }) => limeId);
const isDisputed = (actionPublicId: string) =>
  harness.billecta.invoice(actionPublicId).State?.DisputedDate !== null;

const unsynced = (hiddenFrom: 'user'[] = []) =>
  harness.lime.addInvoice({
    invoiceNumber: '1',
    actionPublicId: '',
    debtor: 'Skogsbacken AB',
    amount: 1,
    dueDate: '2026-12-01',
    hiddenFrom,
  });

describe('a command on many invoices', () => {
  test('ends for each of them as it would for one alone', async () => {
    const [one, two] = several(2);
    const disputed = harness.addInvoice();
    harness.billecta.inPortal('dispute', disputed.actionPublicId);
    const paid = harness.addInvoice({ stage: 'Completed' });
    const invoiceIds = [
      one?.limeId,
      disputed.limeId,
      paid.limeId,
      unsynced(),
      999_999,
      two?.limeId,
    ] as number[];
    const id = await begin(user(), {
      command: 'dispute',
      invoiceIds,
      reason: 'quality',
      comment: 'All of them',
    });
    const task = await ended(user(), id);
    expect(outcomes(task)).toEqual([
      'done',
      'unchanged',
      'refused closed',
      'refused not-synced',
      'done',
      'failed not-found',
    ]);
    expect(task).toMatchObject({
      state: 'finished',
      command: 'dispute',
      total: 6,
      counts: { waiting: 0, done: 2, unchanged: 1, refused: 2, failed: 1, cancelled: 0 },
      reason: 'quality',
      comment: 'All of them',
    });
    expect(task.items[0]?.invoiceNumber).toMatch(/^\d+$/);
    expect(task.whys).toContainEqual({ outcome: 'refused', reason: 'closed', count: 1 });
    for (const { actionPublicId } of [one, two].flatMap((each) => each ?? [])) {
      expect(isDisputed(actionPublicId)).toBe(true);
      expect(await auditOf(harness, actionPublicId)).toEqual(['dispute: requested accepted confirmed']);
    }
  });

  test('leaves the same trail: who gave it, why, and that it came by key', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await ended(user(), await begin(user(), { command: 'dispute', invoiceIds: [limeId], reason: 'other' }));
    const row = await harness.store.db
      .selectFrom('command')
      .selectAll()
      .where('action_public_id', '=', actionPublicId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      reason: 'other',
      origin: 'api',
      requested_by: expect.stringMatching(/^api-key:/),
    });
  });

  test('pauses until a day, and plans to resume each', async () => {
    const invoices = several(2);
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(invoices), until: '2099-01-01' });
    expect((await ended(user(), id)).until).toBe('2099-01-01');
    const plans = await harness.store.db
      .selectFrom('resume_plan')
      .select(['until', 'state'])
      .where(
        'action_public_id',
        'in',
        invoices.map(({ actionPublicId }) => actionPublicId),
      )
      .execute();
    expect(plans).toEqual([
      { until: '2099-01-01', state: 'waiting' },
      { until: '2099-01-01', state: 'waiting' },
    ]);
  });

  test('tells its pages one after the other, and only the outcomes that are asked for', async () => {
    const invoices = several(5);
    const id = await begin(user(), { command: 'pause', invoiceIds: [...idsOf(invoices), 999_999] });
    await ended(user(), id);
    const first = await look(user(), id, '?limit=4');
    const second = await look(user(), id, `?limit=4&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ limeId }) => limeId)).toEqual([
      ...idsOf(invoices),
      999_999,
    ]);
    expect(second.next).toBeNull();
    expect(outcomes(await look(user(), id, '?outcomes=failed,refused'))).toEqual(['failed not-found']);
  });

  test('an invoice that is named twice is commanded once', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId, limeId] });
    expect(outcomes(await ended(user(), id))).toEqual(['done']);
    expect(sent(harness, 'pause', actionPublicId)).toBe(1);
  });

  test('the same request sent twice with a key is one task', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const twice = new Caller(harness.url, { 'x-api-key': harness.lime.keys.user, 'idempotency-key': 't1' });
    const body = JSON.stringify({ command: 'dispute', invoiceIds: [limeId] });
    const [one, other] = await Promise.all([twice.post('tasks', body), twice.post('tasks', body)]);
    expect(one.body).toEqual(other.body);
    await ended(user(), (one.body as unknown as { taskId: string }).taskId);
    expect(sent(harness, 'dispute', actionPublicId)).toBe(1);
  });
});

describe('what is selected by a filter', () => {
  const numbersOf = (task: { items: { limeId: number }[] }) =>
    task.items.map(({ limeId }) => limeId).sort((one, other) => one - other);

  test.each(['id', '_id'])('rows of a table, by %s', async (key) => {
    const ids = idsOf(several(3));
    const id = await begin(user(), { command: 'pause', filter: { key, op: 'IN', exp: ids } });
    expect(numbersOf(await ended(user(), id))).toEqual(ids);
  });

  test('one row, by equality', async () => {
    const { limeId } = harness.addInvoice();
    const id = await begin(user(), { command: 'pause', filter: { key: 'id', op: '=', exp: limeId } });
    expect(numbersOf(await ended(user(), id))).toEqual([limeId]);
  });

  test('criteria, which Lime resolves', async () => {
    const ids = idsOf(several(3));
    for (const limeId of ids) harness.lime.change('invoice', limeId, { invoicenumber: `batch-${limeId}` });
    const filter = {
      op: 'AND',
      exp: [
        { key: 'invoicenumber', op: '=?', exp: 'batch-' },
        { key: '_id', op: '!=', exp: ids[0] },
      ],
    };
    const id = await begin(user(), { command: 'pause', filter });
    expect(numbersOf(await ended(user(), id))).toEqual(ids.slice(1));
  });

  test('on the card of a debtor: only its invoices, also when the filter is everything', async () => {
    const ids = idsOf(several(2));
    const debtor = harness.lime.addObject('debtor', { name: 'Ensam AB' });
    for (const limeId of ids) harness.lime.change('invoice', limeId, { debtor });
    const parent = { limetype: 'debtor', id: debtor };
    expect(
      numbersOf(await ended(user(), await begin(user(), { command: 'pause', filter: null, parent }))),
    ).toEqual(ids);
  });

  test('on the card of something that invoices do not belong to: refused, not everything', async () => {
    const parent = { limetype: 'office', id: 1 };
    const { status, body } = await post('tasks', { command: 'pause', filter: null, parent });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.detail).toContain('office');
  });

  test('everything is more than may be: refused, and nothing is begun', async () => {
    several(61);
    const { status, body } = await post('tasks', { command: 'resume', filter: null });
    expect([status, body.code]).toEqual([422, 'too-many-invoices']);
    expect(body.detail).toContain('60');
  });

  test('a filter that Lime does not understand is said to be so', async () => {
    const filter = { key: 'no-such-field', op: '=', exp: 1 };
    for (const path of ['tasks', 'tasks/count']) {
      const { status, body } = await post(path, { command: 'pause', filter });
      expect([status, body.code]).toEqual([400, 'invalid-request']);
    }
  });

  test('a filter that finds nothing begins nothing', async () => {
    const { status, body } = await post('tasks', {
      command: 'pause',
      filter: { key: 'amount', op: '=', exp: -1 },
    });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
  });
});

describe('counting first', () => {
  test('tells of how many the command can be run, and why not of the others', async () => {
    const fine = several(3);
    const paused = harness.addInvoice();
    harness.billecta.inPortal('pause', paused.actionPublicId);
    const paid = [harness.addInvoice({ stage: 'Completed' }), harness.addInvoice({ stage: 'Completed' })];
    const invoiceIds = [...idsOf([...fine, paused, ...paid]), unsynced(), 999_999];
    const { status, body } = (await post('tasks/count', {
      command: 'pause',
      invoiceIds,
    })) as Reply<TaskCount>;
    expect(status).toBe(200);
    expect(body).toEqual({
      total: 8,
      allowed: 3,
      notAllowed: [
        { reason: 'closed', count: 2 },
        { reason: 'already-paused', count: 1 },
        { reason: 'not-synced', count: 1 },
      ],
      hidden: 1,
    });
    for (const { actionPublicId } of fine) expect(sent(harness, 'pause', actionPublicId)).toBe(0);
  });

  test('answers while Billecta is away: what is not known is said to be so', async () => {
    const known = harness.addInvoice();
    await user().status(known.limeId);
    const unknown = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'outage', how: 'cut' });
    const invoiceIds = idsOf([known, unknown]);
    const { body } = (await post('tasks/count', { command: 'pause', invoiceIds })) as Reply<TaskCount>;
    end();
    expect(body).toMatchObject({ allowed: 1, notAllowed: [{ reason: 'not-known-yet', count: 1 }] });
  });
});

describe('who may', () => {
  test('a reader begins nothing', async () => {
    const { limeId } = harness.addInvoice();
    const body = JSON.stringify({ command: 'pause', invoiceIds: [limeId] });
    for (const path of ['tasks', 'tasks/count'])
      expect((await harness.as('reader').post(path, body)).body.code).toBe('forbidden');
  });

  test('an invoice that is hidden from the caller fails as one that does not exist, and is left alone', async () => {
    const actionPublicId = harness.billecta.addInvoice();
    const limeId = harness.lime.addInvoice({
      invoiceNumber: '9',
      actionPublicId,
      debtor: 'Hemlig AB',
      amount: 1,
      dueDate: '2026-12-01',
      hiddenFrom: ['user'],
    });
    const id = await begin(user(), { command: 'dispute', invoiceIds: [limeId, 999_999] });
    const task = await ended(user(), id);
    expect(outcomes(task)).toEqual(['failed not-found', 'failed not-found']);
    expect(task.items[0]).toMatchObject({ actionPublicId: null, invoiceNumber: null });
    expect(isDisputed(actionPublicId)).toBe(false);
    const again = await user().post(`tasks/${id}/retry-failed`, '');
    expect((again.body as unknown as TaskProgress).counts.failed).toBe(2);
  });

  test('names its invoices as Lime does when asked to, and gets by when Lime does not tell', async () => {
    const { limeId } = harness.addInvoice();
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId, 999_999] });
    const { items } = await ended(user(), id);
    expect(items.map(({ name }) => name)).toEqual([null, null]);
    const named = await look(user(), id, '?names=true');
    expect(named.items.map(({ name }) => name)).toEqual([expect.stringMatching(/^\d+$/), null]);
    expect(named.items[0]?.current).toEqual({ amount: expect.any(Number), currency: 'SEK' });
    const end = harness.lime.fault({ kind: 'status', status: 500 }, { path: /query/ });
    expect((await look(user(), id, '?names=true')).items.map(({ name }) => name)).toEqual([null, null]);
    end();
  });

  test("another caller's task does not exist, and cannot be told from one that never did", async () => {
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    const admin = harness.as('admin');
    const missing = await admin.get('tasks/no-such-task');
    for (const reply of [
      await admin.get(`tasks/${id}`),
      await admin.get(`tasks/${id}/outcome.csv`),
      await admin.post(`tasks/${id}/cancel`, ''),
      await admin.post(`tasks/${id}/retry-failed`, ''),
    ]) {
      expect([reply.status, reply.body.code, reply.body.detail]).toEqual([
        404,
        'not-found',
        missing.body.detail,
      ]);
    }
    const theirs = (await admin.get('tasks')).body as unknown as TaskProgress[];
    expect(theirs.map((task) => task.id)).not.toContain(id);
  });

  test('a task is not told to a credential that Lime does not take any more', async () => {
    const cookie = harness.lime.cookies('user');
    const own = new Caller(harness.url, { cookie, origin: harness.lime.url });
    const id = await begin(own, { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(own, id);
    harness.lime.expireLogins();
    await harness.restart();
    expect((await own.get(`tasks/${id}`)).status).toBe(401);
    expect((await own.get('tasks')).status).toBe(401);
  });

  test('no credential is kept, neither in the database nor in the log', async () => {
    const cookie = harness.lime.cookies('user');
    const own = new Caller(harness.url, { cookie, origin: harness.lime.url });
    await ended(own, await begin(own, { command: 'pause', invoiceIds: idsOf(several(1)) }));
    const stored = JSON.stringify([
      await harness.store.db.selectFrom('task').selectAll().execute(),
      await harness.store.db.selectFrom('task_item').selectAll().execute(),
    ]);
    for (const secret of [cookie, cookie.split('=')[1] ?? '', harness.lime.keys.user]) {
      expect(stored).not.toContain(secret);
      expect(harness.log.join()).not.toContain(secret);
    }
  });
});

describe('a request that means nothing', () => {
  test.each([
    ['nothing selected', { command: 'pause' }],
    ['an empty selection', { command: 'pause', invoiceIds: [] }],
    ['both ids and a filter', { command: 'pause', invoiceIds: [1], filter: null }],
    ['an id that is none', { command: 'pause', invoiceIds: [0] }],
    ['an unknown command', { command: 'delete', invoiceIds: [1] }],
    ['a reason to pause', { command: 'pause', invoiceIds: [1], reason: 'other' }],
    ['a dispute until a day', { command: 'dispute', invoiceIds: [1], until: '2099-01-01' }],
    ['a day that is over', { command: 'pause', invoiceIds: [1], until: '2020-01-01' }],
    [
      'a parent without a filter',
      { command: 'pause', invoiceIds: [1], parent: { limetype: 'debtor', id: 1 } },
    ],
    ['a filter that is none', { command: 'pause', filter: { key: 'amount' } }],
    [
      'a filter without end',
      { command: 'pause', filter: { key: 'amount', op: '=', exp: 'x'.repeat(5_000) } },
    ],
    ['a word too much', { command: 'pause', invoiceIds: [1], force: true }],
  ])('%s', async (_what, input) => {
    const { status, body } = await post('tasks', input);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
  });

  test('too many invoices are refused before Lime is asked for them', async () => {
    const invoiceIds = Array.from({ length: 61 }, (_, index) => index + 1);
    const { status, body } = await post('tasks', { command: 'pause', invoiceIds });
    expect([status, body.code]).toEqual([422, 'too-many-invoices']);
  });

  test('a body that no selection needs is too large', async () => {
    const { status, body } = await post('tasks', { command: 'pause', invoiceIds: Array(20_000).fill(1) });
    expect([status, body.code]).toEqual([413, 'too-large']);
  });
});

describe('the tasks of a caller', () => {
  test('are found again, those under way first, also after a restart', async () => {
    const done = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(user(), done);
    const end = harness.billecta.fault({ kind: 'slow', ms: 400 });
    const running = await begin(user(), { command: 'dispute', invoiceIds: idsOf(several(2)) });
    const later = await begin(user(), { command: 'dispute', invoiceIds: [999_999] });
    await harness.restart();
    const mine = (await user().get('tasks')).body as unknown as TaskProgress[];
    end();
    expect(mine.slice(0, 3).map(({ id }) => id)).toEqual([running, later, done]);
    expect(mine[0]).toMatchObject({ state: 'running', total: 2, endedAt: null });
    await ended(user(), running);
  });
});
