import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Timeline } from '../../../bff/contract/timeline.ts';
import { Caller, type Reply } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const timeline = async (limeId: number, query = '', who: Caller = harness.as('user')) =>
  (await who.get(`invoices/${limeId}/timeline${query}`)) as Reply<Timeline>;

const told = ({ entries }: Timeline) => entries.map(wordsOf);

function wordsOf(entry: Timeline['entries'][number]): string {
  switch (entry.kind) {
    case 'billecta':
      return entry.type;
    case 'command':
      return `we ${entry.name}`;
    case 'plan-ended':
      return entry.why;
    case 'notice':
      return `${entry.notice}: ${entry.reason}`;
  }
}

test("Billecta's events and our commands are one story, newest first, with who and why", async () => {
  const { limeId } = harness.addInvoice();
  await harness.as('user').run('dispute', limeId, { reason: 'not-received', comment: 'Paketet kom aldrig' });
  const { status, body } = await timeline(limeId);
  expect(status).toBe(200);
  expect(body).toMatchObject({ next: null, billecta: true });
  const story = told(body);
  expect(story).toEqual(expect.arrayContaining(['Created', 'Attested', 'InvoiceSent', 'we dispute']));
  expect(story).not.toContain('Disputed');
  const times = body.entries.map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
  expect(body.entries.find(({ kind }) => kind === 'command')).toMatchObject({
    name: 'dispute',
    state: 'confirmed',
    origin: 'api',
    reason: 'not-received',
    comment: 'Paketet kom aldrig',
    billecta: { id: expect.any(String), at: expect.stringMatching(/Z$/) },
    finishedAt: expect.stringMatching(/Z$/),
  });
  expect(body.entries.every((entry) => entry.kind !== 'billecta' || !entry.type.startsWith('Will'))).toBe(
    true,
  );
});

test('pages follow each other without a gap and without a repetition', async () => {
  const { limeId } = harness.addInvoice({ stage: 'ReminderInvoiceSent', dueInDays: -20 });
  await harness.as('user').run('pause', limeId);
  await harness.as('user').run('resume', limeId);
  const whole = (await timeline(limeId)).body.entries;
  const paged = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await timeline(limeId, `?limit=2${next && `&before=${encodeURIComponent(next)}`}`);
    expect(body.entries.length).toBeLessThanOrEqual(2);
    paged.push(...body.entries);
    next = body.next;
  }
  expect(paged).toEqual(whole);
});

test('how a planned resume ended is part of it', async () => {
  const { limeId } = harness.addInvoice();
  await harness.as('user').run('pause', limeId, { until: '2099-01-01' });
  await harness.as('user').run('resume', limeId);
  const { body } = await timeline(limeId);
  expect(told(body)).toContain('resumed');
  expect(body.entries.find((entry) => entry.kind === 'command' && entry.name === 'pause')).toMatchObject({
    until: '2099-01-01',
  });
});

test('while Billecta is away, what we did ourselves is told, and that there may be more', async () => {
  const { limeId } = harness.addInvoice();
  await harness.as('user').run('pause', limeId);
  const end = harness.billecta.fault({ kind: 'outage', how: 'status' });
  const { status, body } = await timeline(limeId);
  end();
  expect([status, body.billecta, told(body)]).toEqual([200, false, ['we pause']]);
});

test('an invoice that is not synced has no story yet', async () => {
  const limeId = harness.lime.addInvoice({
    invoiceNumber: '8',
    debtor: 'A',
    amount: 1,
    dueDate: '2026-12-01',
  });
  expect((await timeline(limeId)).body).toEqual({ entries: [], next: null, billecta: true });
});

test('nobody reads the story of an invoice that Lime hides from them', async () => {
  const actionPublicId = harness.billecta.addInvoice();
  const seed = { invoiceNumber: '9', actionPublicId, debtor: 'B', amount: 1, dueDate: '2026-12-01' };
  const limeId = harness.lime.addInvoice({ ...seed, hiddenFrom: ['reader'] });
  expect((await timeline(limeId, '', harness.as('reader'))).status).toBe(404);
  expect((await timeline(limeId, '', new Caller(harness.url))).status).toBe(401);
});
