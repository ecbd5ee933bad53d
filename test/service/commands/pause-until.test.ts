import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startOfSwedishDay, swedishDay } from '../../../bff/domain/swedish-day.ts';
import { auditOf } from '../support/audit.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const inDays = (days: number) => swedishDay(new Date(Date.now() + days * 24 * 60 * 60 * 1000));

const planOf = (actionPublicId: string) =>
  harness.store.db
    .selectFrom('resume_plan')
    .selectAll()
    .where('action_public_id', '=', actionPublicId)
    .executeTakeFirst();

const isPaused = (actionPublicId: string) => harness.billecta.invoice(actionPublicId).State?.IsPaused;

/** Lets the day come on which the pause ends. */
async function letTheDayCome(actionPublicId: string): Promise<void> {
  await harness.store.db
    .updateTable('resume_plan')
    .set({ next_attempt_at: new Date().toISOString() })
    .where('action_public_id', '=', actionPublicId)
    .where('state', '=', 'waiting')
    .execute();
}

async function pausedUntil(day: string) {
  const invoice = harness.addInvoice();
  const { status, body } = await harness.as('user').run('pause', invoice.limeId, { until: day });
  expect(status).toBe(200);
  expect(body.paused).toMatchObject({ until: day });
  return invoice;
}

test('an invoice that is paused until a day is resumed on that day, also after a restart, and once', async () => {
  const { limeId, actionPublicId } = await pausedUntil(inDays(7));
  expect(isPaused(actionPublicId)).toBe(true);
  expect(await planOf(actionPublicId)).toMatchObject({
    state: 'waiting',
    next_attempt_at: startOfSwedishDay(inDays(7)),
  });
  await letTheDayCome(actionPublicId);
  await harness.restart();
  await eventually(async () => expect(isPaused(actionPublicId)).toBe(false));
  await eventually(async () => {
    const [status] = (await harness.as('user').statuses([limeId])).body;
    expect(status).toMatchObject({ paused: null, pendingCommand: null });
  });
  expect(await auditOf(harness, actionPublicId)).toEqual([
    'pause: requested accepted confirmed',
    'resume: requested accepted confirmed',
  ]);
  await eventually(async () =>
    expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'resumed' }),
  );
});

describe('an end that is changed while the day’s resume is in hand holds', () => {
  const changes = [{ changeEnd: true, until: inDays(30) }, { changeEnd: true }];
  afterEach(() => harness.billecta.clearFaults());

  /** Lets the day come while Billecta's reads take long, and waits until the invoice is being read for it. */
  async function whileItIsRead(actionPublicId: string): Promise<void> {
    await letTheDayCome(actionPublicId);
    const before = harness.billecta.calls.length;
    await harness.restart();
    await eventually(() => {
      const calls = harness.billecta.calls.slice(before);
      expect(calls.some(({ path }) => path.includes(actionPublicId))).toBe(true);
    });
  }

  test.each(changes)('%o', async (change) => {
    const { limeId, actionPublicId } = await pausedUntil(inDays(3));
    harness.billecta.fault({ kind: 'slow', ms: 800, operation: 'invoice', times: 4 });
    await whileItIsRead(actionPublicId);
    const { status, body } = await harness.as('user').run('pause', limeId, change);
    expect([status, body.paused?.until]).toEqual([200, change.until ?? null]);
    await harness.restart();
    expect(isPaused(actionPublicId)).toBe(true);
    expect(await planOf(actionPublicId)).toMatchObject(
      change.until ? { state: 'waiting', until: change.until } : { state: 'ended', why: 'removed' },
    );
    expect(await auditOf(harness, actionPublicId)).not.toContainEqual(expect.stringContaining('resume'));
  });

  test('also when the attempt fails, or finds the invoice disputed', async () => {
    const failing = await pausedUntil(inDays(3));
    const disputed = await pausedUntil(inDays(3));
    harness.billecta.inPortal('dispute', disputed.actionPublicId);
    harness.billecta.fault({ kind: 'slow', ms: 800, operation: 'invoice', times: 6 });
    await letTheDayCome(disputed.actionPublicId);
    await whileItIsRead(failing.actionPublicId);
    harness.billecta.fault({ kind: 'error500', operation: 'resume', times: 4 });
    const end = { changeEnd: true, until: inDays(30) };
    for (const { limeId } of [failing, disputed])
      expect((await harness.as('user').run('pause', limeId, end)).body.paused).toMatchObject({
        until: inDays(30),
      });
    await harness.restart();
    for (const { actionPublicId } of [failing, disputed])
      expect(await planOf(actionPublicId)).toMatchObject({
        state: 'waiting',
        until: inDays(30),
        next_attempt_at: startOfSwedishDay(inDays(30)),
      });
  });
});

test('while this machine’s clock is days ahead of Billecta’s, nothing is resumed, and the log says why', async () => {
  let ahead = 0;
  const hurried = await startHarness({ now: () => new Date(Date.now() + ahead) });
  const { limeId, actionPublicId } = hurried.addInvoice();
  await hurried.as('user').run('pause', limeId, { until: inDays(5) });
  ahead = 10 * 24 * 60 * 60 * 1000;
  await hurried.restart();
  await eventually(() => expect(hurried.log.join('')).toContain('ahead of Billecta'));
  expect(hurried.billecta.invoice(actionPublicId).State?.IsPaused).toBe(true);
  await hurried.close();
});

describe('the plan is over when', () => {
  test.each<[string, (invoice: { limeId: number; actionPublicId: string }) => unknown, string]>([
    [
      'somebody resumes the invoice here',
      ({ limeId }) => harness.as('user').run('resume', limeId),
      'resumed',
    ],
    [
      'somebody resumes it in Billecta',
      ({ actionPublicId }) => harness.billecta.inPortal('resume', actionPublicId),
      'resumed',
    ],
    ['it is paid', ({ actionPublicId }) => harness.billecta.registerPayment(actionPublicId), 'closed'],
    ['it is cancelled', ({ actionPublicId }) => harness.billecta.cancel(actionPublicId), 'closed'],
  ])('%s', async (_what, happen, why) => {
    const invoice = await pausedUntil(inDays(3));
    await happen(invoice);
    await eventually(async () => {
      await harness.as('user').status(invoice.limeId);
      await harness.store.db
        .updateTable('invoice')
        .set({ as_of: '2026-01-01T00:00:00.000Z' })
        .where('action_public_id', '=', invoice.actionPublicId)
        .execute();
      expect(await planOf(invoice.actionPublicId)).toMatchObject({ state: 'ended', why });
    });
    const calls = harness.billecta.calls.filter(
      ({ operation, path }) => operation === 'resume' && path.includes(invoice.actionPublicId),
    ).length;
    await letTheDayCome(invoice.actionPublicId);
    await harness.restart();
    expect(
      harness.billecta.calls.filter(
        ({ operation, path }) => operation === 'resume' && path.includes(invoice.actionPublicId),
      ),
    ).toHaveLength(calls);
  });
});

describe('a dispute leaves the end of a pause', () => {
  test('which comes on its day when the dispute is over by then', async () => {
    const { limeId, actionPublicId } = await pausedUntil(inDays(7));
    expect((await harness.as('user').run('dispute', limeId)).body.paused).toMatchObject({ until: inDays(7) });
    const { body } = await harness.as('user').run('cancel-dispute', limeId);
    expect(body).toMatchObject({ disputed: null, paused: { until: inDays(7) } });
    await letTheDayCome(actionPublicId);
    await harness.restart();
    await eventually(async () => expect(isPaused(actionPublicId)).toBe(false));
  });

  test('and holds the resume back on that day, also one that nobody told us of, until it is lifted', async () => {
    const { limeId, actionPublicId } = await pausedUntil(inDays(3));
    harness.billecta.inPortal('dispute', actionPublicId);
    await letTheDayCome(actionPublicId);
    await harness.restart();
    await eventually(async () => expect(await planOf(actionPublicId)).toMatchObject({ state: 'held-back' }));
    await harness.restart();
    expect(isPaused(actionPublicId)).toBe(true);
    expect((await harness.as('user').status(limeId)).body.paused).toMatchObject({ until: inDays(3) });
    await harness.as('user').run('cancel-dispute', limeId);
    await harness.restart();
    await eventually(async () => expect(isPaused(actionPublicId)).toBe(false));
    await eventually(async () =>
      expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'resumed' }),
    );
  });

  test('which is over when somebody resumes the invoice while it is held back', async () => {
    const { limeId, actionPublicId } = await pausedUntil(inDays(3));
    harness.billecta.inPortal('dispute', actionPublicId);
    await letTheDayCome(actionPublicId);
    await harness.restart();
    await eventually(async () => expect(await planOf(actionPublicId)).toMatchObject({ state: 'held-back' }));
    const { body } = await harness.as('user').run('resume', limeId);
    expect(body).toMatchObject({ paused: null, disputed: {} });
    expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'resumed' });
  });
});

describe('a pause that is there already', () => {
  test('keeps its end, or that it has none, unless another is asked for in so many words', async () => {
    const openEnded = harness.addInvoice();
    await harness.as('user').run('pause', openEnded.limeId);
    const { body } = await harness.as('user').run('pause', openEnded.limeId, { until: inDays(3) });
    expect(body).toMatchObject({ command: { changed: false, endChanged: false }, paused: { until: null } });
    const ending = await pausedUntil(inDays(3));
    const { body: other } = await harness.as('user').run('pause', ending.limeId);
    expect(other).toMatchObject({ command: { endChanged: false }, paused: { until: inDays(3) } });
  });

  test('loses its end when that is asked for', async () => {
    const { limeId, actionPublicId } = await pausedUntil(inDays(3));
    const { body } = await harness.as('user').run('pause', limeId, { changeEnd: true });
    expect(body).toMatchObject({ command: { changed: false, endChanged: true }, paused: { until: null } });
    expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'removed' });
  });

  test('has not changed when it is asked for the end that it has', async () => {
    const { limeId, actionPublicId } = await pausedUntil(inDays(3));
    const { body } = await harness.as('user').run('pause', limeId, { until: inDays(3), changeEnd: true });
    expect(body.command).toMatchObject({ id: null, changed: false, endChanged: false });
    expect(await auditOf(harness, actionPublicId)).toHaveLength(1);
  });

  test('that somebody made in Billecta a moment ago is not given an end', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    harness.billecta.inPortal('pause', actionPublicId);
    harness.billecta.fault({ kind: 'refuse', operation: 'pause', times: 1 });
    const { body } = await harness.as('user').run('pause', limeId, { until: inDays(3) });
    expect(body).toMatchObject({ command: { changed: false, state: 'confirmed' }, paused: { until: null } });
    expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'pause-failed' });
  });
});

test('a pause that Billecta refuses plans nothing', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  harness.billecta.fault({ kind: 'refuse', operation: 'pause', times: 1 });
  expect((await harness.as('user').run('pause', limeId, { until: inDays(3) })).status).toBe(409);
  expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'pause-failed' });
});

test('the answer to the pause was lost: the plan waits once Billecta shows the pause', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').status(limeId);
  const end = harness.billecta.fault({ kind: 'outage', how: 'cut', operation: 'invoice' });
  harness.billecta.fault({ kind: 'lostAnswer', operation: 'pause', times: 1 });
  await harness.as('user').run('pause', limeId, { until: inDays(3) });
  expect(await planOf(actionPublicId)).toMatchObject({ state: 'planned' });
  end();
  await eventually(async () => expect(await planOf(actionPublicId)).toMatchObject({ state: 'waiting' }));
});

test('a new day for a pause that is there already takes the place of the old one, and is noted', async () => {
  const { limeId, actionPublicId } = await pausedUntil(inDays(3));
  const { body } = await harness.as('user').run('pause', limeId, { until: inDays(30), changeEnd: true });
  expect(body).toMatchObject({
    command: { changed: false, endChanged: true },
    paused: { until: inDays(30) },
  });
  expect(await planOf(actionPublicId)).toMatchObject({ state: 'waiting', until: inDays(30) });
  expect(await auditOf(harness, actionPublicId)).toHaveLength(2);
});

test('Billecta is away on the day: it is tried again until it works', async () => {
  const { actionPublicId } = await pausedUntil(inDays(3));
  const end = harness.billecta.fault({ kind: 'outage', how: 'cut' });
  await letTheDayCome(actionPublicId);
  await harness.restart();
  await eventually(async () => expect((await planOf(actionPublicId))?.attempts).toBeGreaterThan(0));
  end();
  await letTheDayCome(actionPublicId);
  await harness.restart();
  await eventually(async () => expect(isPaused(actionPublicId)).toBe(false));
});

test.each([
  ['today', () => inDays(0)],
  ['a day that is over', () => '2020-01-01'],
  ['no day', () => 'tomorrow'],
  ['a day that no calendar has', () => '2027-02-30'],
])('%s is no day for a pause to end', async (_what, day) => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const { status, body } = await harness.as('user').run('pause', limeId, { until: day() });
  expect([status, body.code]).toEqual([400, 'invalid-request']);
  expect(isPaused(actionPublicId)).toBe(false);
});

test.each([
  ['in winter', '2026-12-01', '2026-11-30T23:00:00.000Z'],
  ['in summer', '2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['on which the clock is put forward', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['after the clock was put forward', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['on which the clock is put back', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['after the clock was put back', '2026-10-26', '2026-10-25T23:00:00.000Z'],
])('a day %s begins at midnight in Sweden', (_when, day, instant) => {
  expect(startOfSwedishDay(day)).toBe(instant);
  expect(swedishDay(new Date(instant))).toBe(day);
  expect(swedishDay(new Date(Date.parse(instant) - 1))).not.toBe(day);
});

test('the end of a pause ends no other one that somebody has made in Billecta since', async () => {
  const { limeId, actionPublicId } = await pausedUntil(inDays(3));
  await harness.store.db
    .updateTable('command')
    .set({ finished_at: new Date(Date.now() - 3 * 60 * 60 * 1000).toISOString() })
    .where('action_public_id', '=', actionPublicId)
    .execute();
  harness.billecta.inPortal('resume', actionPublicId);
  harness.billecta.inPortal('pause', actionPublicId);
  await letTheDayCome(actionPublicId);
  await harness.restart();
  await eventually(async () =>
    expect(await planOf(actionPublicId)).toMatchObject({ state: 'ended', why: 'resumed' }),
  );
  expect(isPaused(actionPublicId)).toBe(true);
  expect((await harness.as('user').status(limeId)).body.paused).toMatchObject({ until: null });
});
