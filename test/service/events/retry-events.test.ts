import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RetryAnswer } from '../../../bff/contract/admin/events.ts';
import { Caller } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, stored } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function replay(filter: object, dryRun: boolean): Promise<RetryAnswer> {
  const { status, body } = await harness
    .as('admin')
    .post('admin/events/retry', JSON.stringify({ filter, dryRun }));
  expect(status).toBe(200);
  return body as RetryAnswer;
}

test('a dry run tells what each event would come to, and changes nothing', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const before = harness.billecta.invoice(actionPublicId);
  await harness.as('user').status(limeId);
  await harness.as('admin').post('admin/pause', '{"why":"a test"}');
  harness.billecta.fault({ kind: 'dropped' });
  harness.billecta.registerPayment(actionPublicId);
  const paid = harness.billecta.invoice(actionPublicId);
  const ids = [
    await deliver(harness, 'InvoiceActionStateChanged', before),
    await deliver(harness, 'InvoiceActionStateChanged', paid),
    await deliver(harness, 'InvoiceActionStateChanged', { ...before, InvoiceNumber: before.InvoiceNumber }),
    await deliver(harness, 'InvoicePaymentReceived', { ActionPublicId: actionPublicId }),
    await deliver(harness, 'InvoiceActionAttested', { ActionPublicId: actionPublicId }),
    await deliver(harness, 'AmountWrittenOffOnInvoice', { ActionPublicId: actionPublicId }),
  ];
  const { matched, requeued, changes } = await replay({ subject: actionPublicId }, true);
  expect([matched, requeued]).toEqual([6, 0]);
  expect(changes.map(({ id }) => id)).toEqual(ids);
  expect(changes.map(({ effects }) => effects)).toEqual([
    [{ kind: 'read', what: 'invoice' }],
    [
      {
        kind: 'changes',
        fields: expect.arrayContaining([
          { field: 'stage', before: 'sent', after: 'paid' },
          { field: 'currentAmount', before: 125_000, after: 0 },
        ]),
        currency: 'SEK',
      },
    ],
    [{ kind: 'stale' }],
    [{ kind: 'read', what: 'invoice' }],
    [{ kind: 'fails', cause: 'unreadable', message: expect.stringContaining('State') }],
    [{ kind: 'read', what: 'invoice' }],
  ]);
  expect((await harness.as('user').statuses([limeId])).body[0]?.stage).toBe('sent');
  expect((await stored(harness, ids[1] ?? 0)).state).toBe('pending');
  await harness.as('admin').post('admin/resume', '{}');
});

test('events are applied again by filter', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const id = await deliver(harness, 'InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));
  await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
  await harness.store.db.deleteFrom('invoice').where('action_public_id', '=', actionPublicId).execute();
  expect(await replay({ subject: actionPublicId, states: ['applied'] }, false)).toMatchObject({
    matched: 1,
    requeued: 1,
  });
  await eventually(async () =>
    expect((await harness.as('user').statuses([limeId])).body[0]?.stage).toBe('sent'),
  );
  expect(await replay({ event: 'NoSuchEvent' }, false)).toEqual({ matched: 0, requeued: 0, changes: [] });
});

test('is for administrators only', async () => {
  const paths = [
    'admin/pause',
    'admin/resume',
    'admin/events/retry',
    'admin/events/1/retry',
    'admin/events/1/dismiss',
  ];
  for (const path of paths) {
    expect((await harness.as('user').post(path, '{}')).status).toBe(403);
    expect((await harness.as('reader').post(path, '{}')).status).toBe(403);
    expect((await new Caller(harness.url).post(path, '{}')).status).toBe(401);
  }
});

test.each([
  ['admin/pause', '{}'],
  ['admin/events/retry', '{}'],
  ['admin/events/retry', '{"filter":{"state":"dead"}}'],
  ['admin/events/retry', '{"filter":{"from":"yesterday"}}'],
  ['admin/events/0/retry', '{}'],
])('%s refuses %s', async (path, body) => {
  const reply = await harness.as('admin').post(path, body);
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid-request']);
});

test('there is no event to try again where there is none', async () => {
  expect((await harness.as('admin').post('admin/events/999999/retry', '{}')).status).toBe(404);
});
