import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaskProgress } from '../../../bff/contract/task.ts';
import { auditOf } from '../support/audit.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';
import { begin, ended, letTimePass, look, outcomes, sent } from '../support/tasks.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ environment: { CALLER_REQUESTS_PER_MINUTE: '99999' } });
});
afterAll(() => harness.close());

const user = () => harness.as('user');
const several = (count: number) => Array.from({ length: count }, () => harness.addInvoice());
const idsOf = (invoices: readonly { limeId: number }[]) => invoices.map(({ limeId }) => limeId);
const post = async (path: string) => (await user().post(path, '')).body as unknown as TaskProgress;
const isPaused = (actionPublicId: string) => harness.billecta.invoice(actionPublicId).State?.IsPaused;

/** Sets what is stored of the only invoice of a task. */
const change = (taskId: string, columns: object) =>
  harness.store.db.updateTable('task_item').set(columns).where('task_id', '=', taskId).execute();

/** Waits until the only invoice of a task has been tried in vain, and waits to be tried again. */
const triedOnce = (taskId: string) =>
  eventually(async () => {
    const rows = await harness.store.db
      .selectFrom('task_item')
      .select(['attempts', 'lease_token'])
      .where('task_id', '=', taskId)
      .execute();
    expect(rows).toMatchObject([{ attempts: 1, lease_token: null }]);
  });

describe('a failure that passes', () => {
  test('Billecta is away: it is tried again until it works', async () => {
    const invoices = several(3);
    const end = harness.billecta.fault({ kind: 'outage', how: 'cut' });
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(invoices) });
    await eventually(async () => {
      const row = await harness.store.db
        .selectFrom('task_item')
        .select('attempts')
        .where('task_id', '=', id)
        .where('attempts', '>', 0)
        .executeTakeFirst();
      expect(row).toBeDefined();
    });
    expect((await look(user(), id)).state).toBe('running');
    end();
    await letTimePass(harness);
    expect(outcomes(await ended(user(), id))).toEqual(['done', 'done', 'done']);
  });

  test('Billecta asks to wait: that is no failed attempt', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    harness.billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 1, operation: 'pause', times: 1 });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    expect(outcomes(await ended(user(), id))).toEqual(['done']);
    const [item] = await harness.store.db
      .selectFrom('task_item')
      .select('attempts')
      .where('task_id', '=', id)
      .execute();
    expect(item?.attempts).toBe(0);
    expect(isPaused(actionPublicId)).toBe(true);
  });

  test('the answer was lost: it is found out, and the command is not sent again', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await user().status(limeId);
    harness.billecta.fault({ kind: 'lostAnswer', operation: 'pause', times: 1 });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    await letTimePass(harness);
    expect(outcomes(await ended(user(), id))).toEqual(['done']);
    expect(sent(harness, 'pause', actionPublicId)).toBe(1);
  });

  test('it is given up after some attempts, and told why', async () => {
    const { limeId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'error500', operation: 'invoice' });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    await change(id, { attempts: 5, next_attempt_at: new Date().toISOString() });
    const task = await ended(user(), id);
    end();
    expect(outcomes(task)).toEqual(['failed billecta-failed']);
    expect(task.whys).toEqual([{ outcome: 'failed', code: 'billecta-failed', count: 1 }]);
  });
});

describe('a failure that stays', () => {
  test("Billecta refuses: Billecta's words are told, and the failed ones can be tried again", async () => {
    const [one, two] = several(2);
    if (!one || !two) throw new Error('There are two');
    harness.billecta.fault({ kind: 'refuse', message: 'Fakturan är låst', operation: 'dispute', times: 1 });
    const id = await begin(user(), { command: 'dispute', invoiceIds: idsOf([one, two]) });
    const task = await ended(user(), id);
    expect(outcomes(task).sort()).toEqual(['done', 'failed billecta-refused']);
    expect(task.items.find(({ outcome }) => outcome === 'failed')?.billectaMessage).toBe('Fakturan är låst');

    expect(await post(`tasks/${id}/retry-failed`)).toMatchObject({ state: 'running', counts: { failed: 0 } });
    expect(outcomes(await ended(user(), id))).toEqual(['done', 'done']);
    const calls = [one, two].map(({ actionPublicId }) => sent(harness, 'dispute', actionPublicId));
    expect(calls.sort()).toEqual([1, 2]);
  });

  test('an invoice that the caller may not see any more is not tried again', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    harness.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
    const id = await begin(user(), { command: 'dispute', invoiceIds: [limeId] });
    await ended(user(), id);
    harness.lime.remove('invoice', limeId);
    expect(await post(`tasks/${id}/retry-failed`)).toMatchObject({
      state: 'finished',
      counts: { failed: 1 },
    });
    expect(sent(harness, 'dispute', actionPublicId)).toBe(1);
  });

  test('nothing has failed: trying again changes nothing', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    await ended(user(), id);
    expect(await post(`tasks/${id}/retry-failed`)).toMatchObject({ state: 'finished', counts: { done: 1 } });
    expect(sent(harness, 'pause', actionPublicId)).toBe(1);
  });
});

describe('a task that is cancelled', () => {
  test('begins nothing more, finishes what is in hand, and says so', async () => {
    const invoices = several(12);
    const end = harness.billecta.fault({ kind: 'slow', ms: 300, operation: 'pause' });
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(invoices) });
    await eventually(() =>
      expect(invoices.some(({ actionPublicId }) => sent(harness, 'pause', actionPublicId) > 0)).toBe(true),
    );
    expect((await post(`tasks/${id}/cancel`)).state).toBe('cancelling');
    const task = await ended(user(), id);
    end();
    expect(task.state).toBe('cancelled');
    expect(task.counts.done).toBeGreaterThan(0);
    expect(task.counts.cancelled).toBe(12 - task.counts.done);
    for (const [index, { actionPublicId }] of invoices.entries())
      expect(isPaused(actionPublicId)).toBe(task.items[index]?.outcome === 'done');
  });

  test('is cancelled too when it waits to try again', async () => {
    const { limeId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'error500', operation: 'invoice' });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    await triedOnce(id);
    expect((await post(`tasks/${id}/cancel`)).state).toBe('cancelled');
    end();
  });

  test('stays as it is when it has ended before', async () => {
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(user(), id);
    expect((await post(`tasks/${id}/cancel`)).state).toBe('finished');
  });
});

describe('what was allowed once', () => {
  test('is not acted upon a day later', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'error500', operation: 'invoice' });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    await triedOnce(id);
    await harness.store.db
      .updateTable('task')
      .set({ authorized_at: new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString() })
      .where('id', '=', id)
      .execute();
    end();
    await letTimePass(harness);
    expect(outcomes(await ended(user(), id))).toEqual(['failed task-expired']);
    expect(isPaused(actionPublicId)).toBe(false);
    await post(`tasks/${id}/retry-failed`);
    expect(outcomes(await ended(user(), id))).toEqual(['done']);
  });
});

describe('more than one process, and one that dies', () => {
  test('two processes share a task, and no command is sent twice', async () => {
    const invoices = several(30);
    const another = await harness.startAnother();
    const id = await begin(user(), { command: 'dispute', invoiceIds: idsOf(invoices) });
    await another.as('user').post(`tasks/${id}/retry-failed`, '');
    const task = await ended(user(), id);
    await another.close();
    expect(task.counts.done).toBe(30);
    for (const { actionPublicId } of invoices) {
      expect(sent(harness, 'dispute', actionPublicId)).toBe(1);
      expect(await auditOf(harness, actionPublicId)).toHaveLength(1);
    }
  });

  test('an invoice that another process has in hand is left to it, until its lease is over', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'error500', operation: 'invoice' });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    await triedOnce(id);
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    await change(id, { lease_token: 'of another', lease_until: inAnHour });
    end();
    await letTimePass(harness);
    await user().post('tasks', JSON.stringify({ command: 'pause', invoiceIds: idsOf(several(1)) }));
    const sooner = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(user(), sooner);
    expect(isPaused(actionPublicId)).toBe(false);
    await change(id, { lease_until: new Date().toISOString() });
    expect(outcomes(await ended(user(), id))).toEqual(['done']);
  });

  test('a process died after it had sent the command: that is found out, and told as done', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'error500', operation: 'invoice' });
    const id = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    // An attempt under way would write its own command's id when it ends.
    await triedOnce(id);
    // What the dead process had written down before Billecta got the command.
    await harness.store.db
      .insertInto('command')
      .values({
        id: 'of-the-dead',
        lime_database: harness.lime.database,
        lime_id: limeId,
        action_public_id: actionPublicId,
        command: 'pause',
        requested_by: 'x',
        origin: 'api',
        until: null,
        reason: null,
        comment: null,
        state: 'requested',
        requested_at: new Date().toISOString(),
        finished_at: null,
        outcome: null,
      })
      .execute();
    await change(id, { command_id: 'of-the-dead' });
    // The read that is to find it out fails once more: the command keeps its id, so that no other is sent.
    await letTimePass(harness);
    await eventually(async () => {
      const [item] = await harness.store.db
        .selectFrom('task_item')
        .select(['attempts', 'command_id', 'lease_token'])
        .where('task_id', '=', id)
        .execute();
      expect(item).toMatchObject({ command_id: 'of-the-dead', lease_token: null });
      expect(item?.attempts).toBeGreaterThan(1);
    });
    const before = sent(harness, 'pause', actionPublicId);
    harness.billecta.inPortal('pause', actionPublicId);
    end();
    await letTimePass(harness);
    expect(outcomes(await ended(user(), id))).toEqual(['done']);
    expect(sent(harness, 'pause', actionPublicId)).toBe(before);
  });

  test('a command that was given since the task was, and says the opposite, counts', async () => {
    const paused = harness.addInvoice();
    const disputed = harness.addInvoice();
    await user().run('pause', paused.limeId);
    await user().run('dispute', disputed.limeId);
    const ends = (['resume', 'cancel-dispute'] as const).map((operation) =>
      harness.billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 5, operation }),
    );
    const resume = await begin(user(), { command: 'resume', invoiceIds: [paused.limeId] });
    const cancel = await begin(user(), { command: 'cancel-dispute', invoiceIds: [disputed.limeId] });
    // No attempt is under way, and none begins before the retry.
    await eventually(async () => {
      const items = await harness.store.db
        .selectFrom('task_item')
        .select(['next_attempt_at', 'lease_token'])
        .where('task_id', 'in', [resume, cancel])
        .execute();
      for (const item of items) {
        expect(item.lease_token).toBeNull();
        expect(item.next_attempt_at > new Date().toISOString()).toBe(true);
      }
    });
    const byAnother = {
      lime_database: harness.lime.database,
      requested_by: 'api-key:another',
      origin: 'api',
    } as const;
    const since = { state: 'confirmed', requested_at: new Date().toISOString() } as const;
    for (const [{ limeId, actionPublicId }, command] of [
      [paused, 'pause'],
      [disputed, 'dispute'],
    ] as const)
      await harness.store.db
        .insertInto('command')
        .values({
          id: `newer-${command}`,
          lime_id: limeId,
          action_public_id: actionPublicId,
          command,
          ...byAnother,
          ...since,
        })
        .execute();
    for (const end of ends) end();
    await letTimePass(harness);
    for (const id of [resume, cancel])
      expect((await ended(user(), id)).items).toMatchObject([{ outcome: 'refused', reason: 'newer-order' }]);
    expect(harness.billecta.invoice(paused.actionPublicId).State?.IsPaused).toBe(true);
    expect(harness.billecta.invoice(disputed.actionPublicId).State?.DisputedDate).toBeTruthy();
  });

  test('of two tasks the later one counts, whichever comes to the invoice first', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await user().run('pause', limeId);
    const end = harness.billecta.fault({ kind: 'error500', operation: 'invoice' });
    const pause = await begin(user(), { command: 'pause', invoiceIds: [limeId] });
    const resume = await begin(user(), { command: 'resume', invoiceIds: [limeId] });
    end();
    await letTimePass(harness);
    await ended(user(), pause);
    expect(outcomes(await ended(user(), resume))).toEqual(['done']);
    expect(harness.billecta.invoice(actionPublicId).State?.IsPaused).toBe(false);
  });

  test('a task goes on after a restart in the middle of it', async () => {
    const invoices = several(16);
    const end = harness.billecta.fault({ kind: 'slow', ms: 100, operation: 'pause' });
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(invoices) });
    await eventually(async () => expect((await look(user(), id)).counts.done).toBeGreaterThan(0));
    await harness.restart();
    end();
    expect((await ended(user(), id)).counts.done).toBe(16);
    for (const { actionPublicId } of invoices) expect(sent(harness, 'pause', actionPublicId)).toBe(1);
  });

  test('a small task does not wait for a large one', async () => {
    const end = harness.billecta.fault({ kind: 'slow', ms: 50, operation: 'pause' });
    const large = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(60)) });
    const small = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(user(), small);
    expect((await look(user(), large)).state).toBe('running');
    end();
    await post(`tasks/${large}/cancel`);
    await ended(user(), large);
  });
});

describe('old tasks', () => {
  test('are forgotten with what came of them, those under way never', async () => {
    const old = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(2)) });
    await ended(user(), old);
    const recent = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(user(), recent);
    const long = new Date(Date.now() - 91 * 24 * 3_600_000).toISOString();
    await harness.store.db.updateTable('task').set({ ended_at: long }).where('id', '=', old).execute();
    await harness.restart();
    await eventually(async () => expect((await user().get(`tasks/${old}`)).status).toBe(404));
    const left = await harness.store.db
      .selectFrom('task_item')
      .select('id')
      .where('task_id', '=', old)
      .execute();
    expect(left).toEqual([]);
    expect((await look(user(), recent)).counts.done).toBe(1);
  });
});
