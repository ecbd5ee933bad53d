import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RetryAnswer } from '../../../bff/contract/admin/events.ts';
import { Caller } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, stored } from '../support/inbox.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

async function replay(filter: object, dryRun: boolean): Promise<RetryAnswer> {
  const { status, body } = await bench
    .as('admin')
    .post('sync/events/retry', JSON.stringify({ filter, dryRun }));
  expect(status).toBe(200);
  return body as RetryAnswer;
}

test('a dry run tells what each event would come to, and changes nothing', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  const before = bench.billecta.invoice(actionPublicId);
  await bench.as('user').status(limeId);
  await bench.as('admin').post('sync/pause', '{"why":"a test"}');
  bench.billecta.fault({ kind: 'dropped' });
  bench.billecta.registerPayment(actionPublicId);
  const paid = bench.billecta.invoice(actionPublicId);
  const ids = [
    await deliver(bench, 'InvoiceActionStateChanged', before),
    await deliver(bench, 'InvoiceActionStateChanged', paid),
    await deliver(bench, 'InvoiceActionStateChanged', { ...before, InvoiceNumber: before.InvoiceNumber }),
    await deliver(bench, 'InvoicePaymentReceived', { ActionPublicId: actionPublicId }),
    await deliver(bench, 'InvoiceActionAttested', { ActionPublicId: actionPublicId }),
    await deliver(bench, 'AmountWrittenOffOnInvoice', { ActionPublicId: actionPublicId }),
  ];
  const { matched, renewed, changes } = await replay({ subject: actionPublicId }, true);
  expect([matched, renewed]).toEqual([6, 0]);
  expect(changes.map(({ id }) => id)).toEqual(ids);
  expect(changes.map(({ would }) => would)).toEqual([
    'no change; the invoice is read in Billecta to be sure',
    expect.stringMatching(/^stage sent → paid, .*left to pay 125000 SEK → 0 SEK/),
    'stale: something newer is held',
    'the invoice is read in Billecta',
    expect.stringMatching(/^would fail because: .*State/s),
    'the invoice is read in Billecta',
  ]);
  expect((await bench.as('user').statuses([limeId])).body[0]?.stage).toBe('sent');
  expect((await stored(bench, ids[1] ?? 0)).state).toBe('pending');
  await bench.as('admin').post('sync/resume', '{}');
});

test('events are applied again by filter', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  const id = await deliver(bench, 'InvoiceActionStateChanged', bench.billecta.invoice(actionPublicId));
  await eventually(async () => expect((await stored(bench, id)).state).toBe('applied'));
  await bench.store.db.deleteFrom('invoice').where('action_public_id', '=', actionPublicId).execute();
  expect(await replay({ subject: actionPublicId, states: ['applied'] }, false)).toMatchObject({
    matched: 1,
    renewed: 1,
  });
  await eventually(async () =>
    expect((await bench.as('user').statuses([limeId])).body[0]?.stage).toBe('sent'),
  );
  expect(await replay({ event: 'NoSuchEvent' }, false)).toEqual({ matched: 0, renewed: 0, changes: [] });
});

test('is for administrators only', async () => {
  const paths = [
    'sync/pause',
    'sync/resume',
    'sync/events/retry',
    'sync/events/1/retry',
    'sync/events/1/dismiss',
  ];
  for (const path of paths) {
    expect((await bench.as('user').post(path, '{}')).status).toBe(403);
    expect((await bench.as('reader').post(path, '{}')).status).toBe(403);
    expect((await new Caller(bench.url).post(path, '{}')).status).toBe(401);
  }
});

test.each([
  ['sync/pause', '{}'],
  ['sync/events/retry', '{}'],
  ['sync/events/retry', '{"filter":{"state":"dead"}}'],
  ['sync/events/retry', '{"filter":{"from":"yesterday"}}'],
  ['sync/events/0/retry', '{}'],
])('%s refuses %s', async (path, body) => {
  const reply = await bench.as('admin').post(path, body);
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid-request']);
});

test('there is no event to try again where there is none', async () => {
  expect((await bench.as('admin').post('sync/events/999999/retry', '{}')).status).toBe(404);
});
