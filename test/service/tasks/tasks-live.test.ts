import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaskProgress } from '../../../bff/contract/task.ts';
import { toCsv } from '../../../bff/domain/text/csv.ts';
import { Caller } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';
import { begin, ended } from '../support/tasks.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ environment: { CALLER_REQUESTS_PER_MINUTE: '99999' } });
});
afterAll(() => harness.close());

const user = () => harness.as('user');
const several = (count: number) => Array.from({ length: count }, () => harness.addInvoice());
const idsOf = (invoices: readonly { limeId: number }[]) => invoices.map(({ limeId }) => limeId);

/** Opens a stream. @returns the progress of tasks as it comes, and how to leave it */
async function listen(who: 'user' | 'admin', query = '') {
  const over = new AbortController();
  const response = await fetch(`${harness.url}/live${query}`, {
    headers: { 'x-api-key': harness.lime.keys[who] },
    signal: over.signal,
  });
  expect(response.status).toBe(200);
  const told: TaskProgress[] = [];
  const reading = (async () => {
    let rest = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const events = (rest + Buffer.from(chunk).toString()).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events)
        if (event.includes('event: task')) told.push(JSON.parse(event.split('data: ')[1] ?? ''));
    }
  })().catch(() => undefined);
  return {
    told,
    async leave() {
      over.abort();
      await reading;
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}

describe('live', () => {
  test('a task is told as it goes on, and when it has ended, also on a page without invoices', async () => {
    const stream = await listen('user');
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(6)) });
    // The end may be seen with the last invoice but one, when two end together.
    await until(() => stream.told.length >= 6 && stream.told.some(({ endedAt }) => endedAt !== null));
    await stream.leave();
    expect(stream.told.every((task) => task.id === id)).toBe(true);
    expect(stream.told.length).toBeGreaterThanOrEqual(6);
    expect(stream.told.at(-1)).toMatchObject({ state: 'finished', counts: { done: 6, waiting: 0 } });
  });

  test('a task that is under way is told to a page that opens later, one that has ended is not', async () => {
    const before = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(1)) });
    await ended(user(), before);
    const end = harness.billecta.fault({ kind: 'slow', ms: 400, operation: 'pause' });
    const invoices = several(5);
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(invoices) });
    const stream = await listen('user', `?ids=${invoices[0]?.limeId}`);
    await until(() => stream.told.length > 0);
    end();
    await ended(user(), id);
    await stream.leave();
    expect(stream.told[0]).toMatchObject({ id, state: 'running' });
    expect(stream.told.map((task) => task.id)).not.toContain(before);
  });

  test('nobody else is told', async () => {
    const stream = await listen('admin');
    const id = await begin(user(), { command: 'pause', invoiceIds: idsOf(several(2)) });
    await ended(user(), id);
    const own = await begin(harness.as('admin'), { command: 'resume', invoiceIds: idsOf(several(1)) });
    await until(() => stream.told.some((task) => task.id === own && task.endedAt !== null));
    await stream.leave();
    expect(stream.told.map((task) => task.id)).not.toContain(id);
  });

  test('a stream without invoices is for those whom Lime knows', async () => {
    const stranger = new Caller(harness.url, { 'x-api-key': 'made-up' });
    expect((await stranger.get('live')).status).toBe(401);
  });
});

describe('the outcome as CSV', () => {
  const csv = async (id: string) => {
    const response = await fetch(`${harness.url}/tasks/${id}/outcome.csv`, {
      headers: { 'x-api-key': harness.lime.keys.user },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  test('has a line for every invoice, for a spreadsheet to open in columns', async () => {
    const [one, paid] = [harness.addInvoice(), harness.addInvoice({ stage: 'Completed' })];
    const id = await begin(user(), { command: 'dispute', invoiceIds: [...idsOf([one, paid]), 999_999] });
    await ended(user(), id);
    const { response, bytes } = await csv(id);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="dispute-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().slice(1).split('\r\n');
    expect(lines[0]).toBe(
      '"Lime id";"Name";"Invoice number";"ActionPublicId";"Amount due";"Currency";"Command";"Outcome";"Why";"Billecta says";"Ended at"',
    );
    expect(lines[1]).toMatch(
      new RegExp(
        `^"${one.limeId}";"\\d+";"\\d+";"${one.actionPublicId}";"\\d+\\.\\d\\d";"SEK";"dispute";"done";"";"";"2`,
      ),
    );
    expect(lines[2]).toMatch(/"refused";"closed";"";/);
    expect(lines[3]).toMatch(/^"999999";"";"";"";"";"";"dispute";"failed";"not-found";""/);
    expect(lines[4]).toBe('');
  });

  test("what comes from others is never a formula: Billecta's words, an invoice's number", async () => {
    const { limeId } = harness.addInvoice({ invoiceNumber: '=HYPERLINK("http://evil")' });
    harness.billecta.fault({ kind: 'refuse', message: '+cmd|" /C calc"!A0', operation: 'dispute', times: 1 });
    const id = await begin(user(), { command: 'dispute', invoiceIds: [limeId] });
    await ended(user(), id);
    const { bytes } = await csv(id);
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(bytes.toString()).toContain(`"'+cmd|"" /C calc""!A0"`);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|x', '%x', '\n=1'])(
    '%j gets an apostrophe before it',
    (text) => {
      expect(toCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
    },
  );

  test.each(['Fakturan är låst', '70001', 'a=b', '', 'a;b'])('%j stays as it is', (text) => {
    expect(toCsv([[text]])).toBe(`\uFEFF"${text}"\r\n`);
  });

  test('numbers, nothing, and quotes are as RFC 4180 has them', () => {
    expect(toCsv([[-1, null, 'say "no"']])).toBe('\uFEFF"-1";"";"say ""no"""\r\n');
  });
});
