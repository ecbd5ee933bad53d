import { afterEach, expect, test } from 'vitest';
import type { Timeline } from '../../../bff/contract/timeline.ts';
import type { Reply } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

const start = async (comments?: string) => {
  harness = await startHarness({ environment: comments ? { BILLECTA_COMMENTS: comments } : {} });
  return harness.addInvoice();
};

const dispute = (limeId: number, note: object) => harness.as('user').run('dispute', limeId, note);

test('a comment stays with us unless it is switched on', async () => {
  const { limeId } = await start();
  const { body } = await dispute(limeId, { comment: 'Fel belopp' });
  expect(body.command).toMatchObject({ state: 'confirmed', commentSent: null });
  expect(harness.billecta.commentTargets).toEqual([]);
});

test('a comment is written to Billecta for the creditor alone, and is not the debtor’s', async () => {
  const { limeId } = await start('private');
  const { body } = await dispute(limeId, { comment: 'Fel "belopp" {id} {target}' });
  expect(body.command).toMatchObject({ state: 'confirmed', commentSent: 'private' });
  expect(harness.billecta.commentTargets).toEqual(['Private']);
  const timeline = (await harness.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>;
  const contents = timeline.body.entries.map((entry) => entry.kind === 'billecta' && entry.content);
  expect(contents).toContain('Fel "belopp" {id} {target}');
  expect((await harness.as('user').status(limeId)).body.unread.comment).toBeNull();
});

test('without a comment nothing is written', async () => {
  const { limeId } = await start('debtor');
  expect((await dispute(limeId, { comment: '  ' })).body.command.commentSent).toBeNull();
  expect(harness.billecta.commentTargets).toEqual([]);
});

test('the debtor reads it only where that is configured and chosen', async () => {
  const { limeId } = await start('debtor');
  expect((await dispute(limeId, { comment: 'Internt' })).body.command.commentSent).toBe('private');
  const chosen = { comment: 'Vi utreder', toDebtor: true };
  const { body } = await harness.as('user').run('cancel-dispute', limeId, chosen);
  expect(body.command.commentSent).toBe('debtor');
  expect(harness.billecta.commentTargets).toEqual(['Private', 'ToDebtor']);
});

test.each([
  ['it is not configured', 'private', { comment: 'x', toDebtor: true }],
  ['there is no comment', 'debtor', { toDebtor: true }],
])('nothing is disputed when the debtor is to read it and %s', async (_why, comments, note) => {
  const { limeId, actionPublicId } = await start(comments);
  expect((await dispute(limeId, note)).status).toBe(400);
  expect(harness.billecta.invoice(actionPublicId).State.DisputedDate).toBeNull();
});

test('the command stands when its comment is refused, or its answer is lost; a lost one is not sent again', async () => {
  const { limeId, actionPublicId } = await start('private');
  const end = harness.billecta.fault({ kind: 'refuse', operation: 'comment' });
  const refused = await dispute(limeId, { comment: 'a' });
  expect(refused.body.command).toMatchObject({ state: 'confirmed', commentSent: 'failed' });
  end();
  harness.billecta.fault({ kind: 'lostAnswer', operation: 'comment', times: 1 });
  const lost = await harness.as('user').run('cancel-dispute', limeId, { comment: 'b' });
  expect(lost.body.command).toMatchObject({ state: 'confirmed', commentSent: 'unknown' });
  expect(harness.billecta.commentTargets).toEqual(['Private']);
  expect(harness.billecta.invoice(actionPublicId).State.DisputedDate).toBeNull();
});
