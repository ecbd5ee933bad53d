import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Timeline } from '../../../bff/contract/timeline.ts';
import { auditOf } from '../support/audit.ts';
import type { Reply } from '../support/caller.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const said = { reason: 'quality', comment: 'The crate was open.' } as const;

const commandsOf = async (limeId: number) =>
  ((await bench.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>).body.entries.filter(
    ({ kind }) => kind === 'command',
  );

test('Billecta refuses what somebody else has just done: the invoice is as asked, and what was said is kept', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  await bench.as('user').status(limeId);
  bench.billecta.inPortal('dispute', actionPublicId);
  bench.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
  const { status, body } = await bench.as('user').run('dispute', limeId, said);
  expect(status).toBe(200);
  expect(body).toMatchObject({ command: { changed: false, state: 'confirmed' }, disputed: {} });
  expect(await commandsOf(limeId)).toMatchObject([{ name: 'dispute', state: 'confirmed', ...said }]);
  expect(await auditOf(bench, actionPublicId)).toEqual(['dispute: requested refused confirmed']);
});

test('a refusal of anything else is one, whether the invoice can be read afterwards or not', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  await bench.as('user').status(limeId);
  bench.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
  expect((await bench.as('user').run('dispute', limeId, said)).body).toMatchObject({
    code: 'billecta-refused',
  });
  bench.billecta.fault({ kind: 'refuse', operation: 'dispute', times: 1 });
  const end = bench.billecta.fault({ kind: 'outage', how: 'cut', operation: 'invoice' });
  expect((await bench.as('user').run('dispute', limeId, said)).body).toMatchObject({
    code: 'billecta-refused',
  });
  end();
  expect(await auditOf(bench, actionPublicId)).toEqual([
    'dispute: requested refused',
    'dispute: requested refused',
  ]);
});

test('what is said with a command that has nothing to do any more is kept', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  bench.billecta.inPortal('dispute', actionPublicId);
  const { body } = await bench.as('user').run('dispute', limeId, said);
  expect(body.command).toMatchObject({ id: expect.any(String), changed: false });
  expect(await commandsOf(limeId)).toMatchObject([said]);
  expect((await bench.as('user').run('dispute', limeId)).body.command).toMatchObject({ id: null });
});

test('who cancels a dispute is told what it said, so that it can be made again', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  await bench.as('user').run('dispute', limeId, said);
  expect((await bench.as('user').run('cancel-dispute', limeId)).body.command).toMatchObject({ lifted: said });
  bench.billecta.inPortal('dispute', actionPublicId);
  expect((await bench.as('user').run('cancel-dispute', limeId)).body.command).toMatchObject({ lifted: null });
});
