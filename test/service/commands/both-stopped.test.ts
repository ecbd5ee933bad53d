import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaskInput } from '../../../bff/contract/task.ts';
import { swedishDay } from '../../../bff/domain/swedish-day.ts';
import { type Harness, startHarness } from '../support/start.ts';
import { begin, ended } from '../support/tasks.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const user = () => harness.as('user');
const inDays = (days: number) => swedishDay(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
const untilOf = async (limeId: number) => (await user().status(limeId)).body.paused?.until;

const run = async (input: Partial<TaskInput>) => ended(user(), await begin(user(), input));

async function pausedAndDisputed(): Promise<number> {
  const { limeId, actionPublicId } = harness.addInvoice();
  harness.billecta.inPortal('pause', actionPublicId);
  harness.billecta.inPortal('dispute', actionPublicId);
  return limeId;
}

describe('a command on many invoices tells which are stopped all the same', () => {
  test.each([
    ['cancel-dispute', 'still-paused'],
    ['resume', 'still-disputed'],
  ] as const)('%s: %s', async (command, remark) => {
    const invoiceIds = [await pausedAndDisputed(), await pausedAndDisputed()];
    const task = await run({ command, invoiceIds });
    expect(task.counts).toMatchObject({ done: 2, unchanged: 0 });
    expect(task.whys).toEqual([{ outcome: 'done', remark, count: 2 }]);
    expect(task.items[0]).toMatchObject({ outcome: 'done', remark });
  });

  test('also those that were as asked already', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    harness.billecta.inPortal('pause', actionPublicId);
    const task = await run({ command: 'cancel-dispute', invoiceIds: [limeId] });
    expect(task.whys).toEqual([{ outcome: 'unchanged', remark: 'still-paused', count: 1 }]);
  });
});

describe('a pause of many invoices', () => {
  async function oneOfThemPaused(until?: string) {
    const [paused, running] = [harness.addInvoice(), harness.addInvoice()];
    await user().run('pause', paused.limeId, until ? { until } : {});
    return { paused: paused.limeId, running: running.limeId };
  }

  test('leaves the end of those that are paused already as it is', async () => {
    const { paused, running } = await oneOfThemPaused();
    const task = await run({ command: 'pause', invoiceIds: [paused, running], until: inDays(3) });
    expect(task.counts).toMatchObject({ done: 1, unchanged: 1 });
    expect([await untilOf(paused), await untilOf(running)]).toEqual([null, inDays(3)]);
  });

  test('changes it when that is asked for, and counts it', async () => {
    const { paused, running } = await oneOfThemPaused(inDays(9));
    const order: Partial<TaskInput> = { command: 'pause', invoiceIds: [paused, running], changeEnd: true };
    const task = await run({ ...order, until: inDays(3) });
    expect(task.counts).toMatchObject({ done: 2, unchanged: 0 });
    expect(task.whys).toEqual([{ outcome: 'done', remark: 'end-changed', count: 1 }]);
    expect([await untilOf(paused), await untilOf(running)]).toEqual([inDays(3), inDays(3)]);
    await run(order);
    expect([await untilOf(paused), await untilOf(running)]).toEqual([null, null]);
  });

  test('is the only command that has an end to change', async () => {
    const { limeId } = harness.addInvoice();
    const order = JSON.stringify({ command: 'dispute', invoiceIds: [limeId], changeEnd: true });
    expect(await user().post('tasks', order)).toMatchObject({ status: 400 });
  });
});
