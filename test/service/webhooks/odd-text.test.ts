import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventDetail } from '../../../bff/contract/admin/events.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, stored } from '../support/inbox.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('a NUL in what a webhook names itself by is stored like any other text, and takes nobody along', async () => {
  const invoice = harness.addInvoice();
  const data = harness.billecta.invoice(invoice.actionPublicId);
  const [odd, ...good] = await Promise.all([
    deliver(harness, 'No\0Event', { ActionPublicId: 'an\0id' }, { EventDate: 'not\0a date' }),
    ...['1', '2', '3'].map(() => deliver(harness, 'InvoiceActionStateChanged', data)),
  ]);
  expect(
    await deliver(harness, 'No\0Event', { ActionPublicId: 'an\0id' }, { EventDate: 'not\0a date' }),
  ).toBe(odd);
  expect((await stored(harness, odd)).state).toBe('ignored');
  for (const id of good)
    await eventually(async () => expect((await stored(harness, id)).state).toMatch(/applied|superseded/));
});

test('bytes that are no UTF-8 are stored as what stands for them in a text, and take nobody along', async () => {
  const letters = (text: string) =>
    Buffer.from(`{"Event":"DailyNotification","Data":{"ActionPublicId":"Name ${text}"}}`, 'latin1');
  const [odd = 0, good = 0] = await Promise.all([
    post(letters('\xC5sa')),
    post(Buffer.from('{"Event":"DailyNotification","Data":{"ActionPublicId":"Åsa 😀"}}')),
  ]);
  expect(await bodyOf(odd)).toContain('"Name \uFFFDsa"');
  expect((await stored(harness, odd)).subject).toBe('Name \uFFFDsa');
  expect(await bodyOf(good)).toContain('"Åsa 😀"');
  expect((await stored(harness, good)).subject).toBe('Åsa 😀');
});

test('a NUL in what people write or look for is nobody’s failure', async () => {
  const invoice = harness.addInvoice();
  const written = await harness.as('user').run('dispute', invoice.limeId, { comment: 'a\0b' });
  expect(written.status).toBe(200);
  const asked = ['events?q=a%00b', 'events?invoice=%00', 'events?creditor=%00', 'commands?by=%00'];
  for (const path of asked) {
    const { status } = await harness.as('admin').get(`admin/${path}`);
    expect({ path, status }).toEqual({ path, status: 200 });
  }
  const paused = await harness.as('admin').post('admin/pause', JSON.stringify({ why: 'a\0b' }));
  expect(paused.status).toBe(200);
  await harness.as('admin').post('admin/resume', '{}');
});

async function post(body: Uint8Array<ArrayBuffer>): Promise<number> {
  const answer = await fetch(`${harness.url}/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': webhookKey, connection: 'close' },
    body,
  });
  expect(answer.status).toBe(200);
  return Number(((await answer.json()) as { id: string }).id);
}

async function bodyOf(id: number): Promise<string> {
  const { body } = await harness.as('admin').get(`admin/events/${id}`);
  return (body as EventDetail).body ?? '';
}
