import { afterEach, describe, expect, test } from 'vitest';
import type { Issue, Issues } from '../../../bff/contract/admin/issues.ts';
import type { Reply } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { listen } from '../support/listen.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

const issue = async (id: string): Promise<Issue | undefined> =>
  ((await harness.as('admin').get('admin/issues')) as Reply<Issues>).body.issues.find(
    (each) => each.id === id,
  );

/** A Billecta that answers every read of an invoice the same. */
const answering = (status: number, Message: string) =>
  listen((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ Message }));
  });

async function startWith(status: number, message: string): Promise<{ limeId: number }> {
  harness = await startHarness({ environment: { BILLECTA_URL: await answering(status, message) } });
  const { limeId } = harness.addInvoice();
  await harness.as('user').statuses([limeId]);
  return { limeId };
}

describe('an invoice that Billecta alone refuses', () => {
  test.each([
    [403, 'The invoice belongs to another creditor', 'billecta-forbidden'],
    [400, 'There is no such action', 'missing-in-billecta'],
  ])('%i is told in its words, with when it began, and left alone', async (status, message, code) => {
    const began = new Date().toISOString();
    const { limeId } = await startWith(status, message);
    await eventually(async () => {
      const found = await issue('read.billecta-refused');
      expect(found).toMatchObject({ count: 1, waiting: 0, remedy: 'look-in-billecta' });
      expect(found?.message).toContain(message === 'There is no such action' ? 'does not know' : message);
      expect(found?.firstSeen.slice(0, 13)).toBe(began.slice(0, 13));
    });
    expect((await harness.as('user').status(limeId)).body).toMatchObject({ code });
    const [row] = await harness.store.db.selectFrom('invoice').select(['read_due_at']).execute();
    expect(row?.read_due_at).toBeNull();
  });

  test('is another matter than a credential that Billecta does not accept', async () => {
    await startWith(401, 'Who is there?');
    await eventually(async () =>
      expect(await issue('read.billecta-credential')).toMatchObject({ remedy: 'fix-billecta-credential' }),
    );
  });
});

test('a refusal that quotes our credential is told, stored and logged without it', async () => {
  harness = await startHarness();
  const { limeId } = harness.addInvoice();
  const secret = harness.billecta.authorization;
  const token = secret.split(' ')[1] ?? '';
  harness.billecta.fault({
    kind: 'refuse',
    operation: 'dispute',
    message: `No right with ${secret}, that is ${atob(token)}`,
    times: 1,
  });
  const { body } = await harness.as('user').run('dispute', limeId);
  expect(body.billectaMessage).toBe('No right with [secret], that is [secret]');
  const stored = await harness.store.db.selectFrom('command_audit').selectAll().execute();
  const timeline = await harness.as('user').get(`invoices/${limeId}/timeline`);
  const everything = JSON.stringify([body, stored, timeline.body, harness.log]);
  for (const part of [secret, token, atob(token)]) expect(everything).not.toContain(part);
});

test.each([
  ['http://127.0.0.1:9', /: nothing listens at its address \(ECONNREFUSED\)/],
  ['http://no-such-host.invalid', /: its name is not known \(E\w+\)/],
])('why %s cannot be reached is told and logged', async (BILLECTA_URL, words) => {
  harness = await startHarness({ environment: { BILLECTA_URL } });
  const { limeId } = harness.addInvoice();
  expect((await harness.as('user').status(limeId)).body.detail).toMatch(words);
  const outcomes = harness.log
    .map((line) => JSON.parse(line))
    .flatMap(({ to, outcome }) => (to === 'billecta' ? [outcome] : []));
  expect(outcomes.join()).toMatch(/^E[A-Z_]+/);
});

test('an answer about another invoice is believed of neither', async () => {
  const views: Record<string, unknown> = {};
  const mixedUp = await listen((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(views.other));
  });
  harness = await startHarness({ environment: { BILLECTA_URL: mixedUp } });
  const asked = harness.addInvoice();
  const other = harness.addInvoice();
  harness.billecta.inPortal('dispute', other.actionPublicId);
  views.other = harness.billecta.invoice(other.actionPublicId);
  expect((await harness.as('user').status(asked.limeId)).body).toMatchObject({ code: 'billecta-failed' });
  const { status, body } = await harness.as('user').run('dispute', asked.limeId);
  expect([status, body.code]).toEqual([502, 'billecta-failed']);
});
