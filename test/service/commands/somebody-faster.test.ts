import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Timeline } from '../../../bff/contract/timeline.ts';
import { auditOf } from '../support/audit.ts';
import type { Reply } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const said = { reason: 'quality', comment: 'The crate was open.' } as const;

const commandsOf = async (limeId: number) =>
  ((await harness.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>).body.entries.filter(
    ({ kind }) => kind === 'command',
  );

test('Billecta refuses what somebody else has just done: the invoice is as asked, and what was said is kept', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').status(limeId);
  harness.billecta.inPortal('dispute', actionPublicId);
  harness.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
  const { status, body } = await harness.as('user').run('dispute', limeId, said);
  expect(status).toBe(200);
  expect(body).toMatchObject({ command: { changed: false, state: 'confirmed' }, disputed: {} });
  expect(await commandsOf(limeId)).toMatchObject([{ name: 'dispute', state: 'confirmed', ...said }]);
  expect(await auditOf(harness, actionPublicId)).toEqual(['dispute: requested refused confirmed']);
});

test('a refusal of anything else is one, whether the invoice can be read afterwards or not', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').status(limeId);
  harness.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
  expect((await harness.as('user').run('dispute', limeId, said)).body).toMatchObject({
    code: 'billecta-refused',
  });
  harness.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
  const end = harness.billecta.fault({ kind: 'outage', how: 'cut', operation: 'invoice' });
  expect((await harness.as('user').run('dispute', limeId, said)).body).toMatchObject({
    code: 'billecta-refused',
  });
  end();
  expect(await auditOf(harness, actionPublicId)).toEqual([
    'dispute: requested refused',
    'dispute: requested refused',
  ]);
});

test('what is said with a command that has nothing to do any more is kept', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  harness.billecta.inPortal('dispute', actionPublicId);
  const { body } = await harness.as('user').run('dispute', limeId, said);
  expect(body.command).toMatchObject({ id: expect.any(String), changed: false });
  expect(await commandsOf(limeId)).toMatchObject([said]);
  expect((await harness.as('user').run('dispute', limeId)).body.command).toMatchObject({ id: null });
});

test('who cancels a dispute is told what it said, so that it can be made again', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').run('dispute', limeId, said);
  expect((await harness.as('user').run('cancel-dispute', limeId)).body.command).toMatchObject({
    lifted: said,
  });
  harness.billecta.inPortal('dispute', actionPublicId);
  expect((await harness.as('user').run('cancel-dispute', limeId)).body.command).toMatchObject({
    lifted: null,
  });
});
