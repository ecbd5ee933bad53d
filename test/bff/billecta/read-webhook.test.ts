import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWebhook } from '../../../bff/billecta/read-webhook.ts';

const invoice = { ActionPublicId: '1234567890', State: { Stage: 'InvoiceSent' }, Name: 'not an event' };
const payment = { PaymentReferenceId: 'p', IsReminderPayment: false, ActionPublicId: '1234567890' };

test.each([
  ['Event and Data', { Event: 'InvoiceActionStateChanged', Data: invoice, Id: 'd1' }, 'd1'],
  [
    'other keys, other case',
    { eventtype: 'InvoiceActionStateChanged', payload: invoice, DeliveryId: 7 },
    '7',
  ],
  [
    'a payload that is JSON in a string',
    { Event: 'InvoiceActionStateChanged', Data: JSON.stringify(invoice) },
    null,
  ],
  ['the body itself, with the event beside it', { Event: 'InvoiceActionStateChanged', ...invoice }, null],
  ['the body itself, without any event', invoice, null],
])('an invoice event comes as %s', (_shape, body, deliveryId) => {
  expect(readWebhook(body)).toMatchObject({
    event: 'InvoiceActionStateChanged',
    deliveryId,
    subject: '1234567890',
    content: { kind: 'invoice', invoice: { stage: 'sent' } },
  });
});

test('a payment is about its invoice', () => {
  expect(readWebhook({ Event: 'InvoicePaymentReceived', Data: payment }).content).toEqual({
    kind: 'payment',
    actionPublicId: '1234567890',
  });
  expect(readWebhook(payment).event).toBe('InvoicePaymentReceived');
});

test('an event that is not ours is unsupported, whatever it is called', () => {
  expect(readWebhook({ Event: 'DailyNotification', Data: {} }).content.kind).toBe('unsupported');
  expect(readWebhook({ Event: 'constructor', Data: {} }).content.kind).toBe('unsupported');
});

test('a supported event of a later day is told as such', () => {
  expect(readWebhook({ Event: 'DebtorUpdated', Data: { DebtorPublicId: 'x' } })).toMatchObject({
    subject: 'x',
    content: { kind: 'supported-later' },
  });
});

test('what cannot be read says why', () => {
  const { content } = readWebhook({ Event: 'InvoiceActionAttested', Data: { State: {} } });
  expect(content).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('ActionPublicId') });
  expect(readWebhook({ hello: 'world' }).content.kind).toBe('unreadable');
});

test('no body, however odd, makes the reader throw', () => {
  const names = fc.constantFrom(
    'Event',
    'Data',
    'Id',
    'State',
    'ActionPublicId',
    'Events',
    'DueDate',
    '__proto__',
  );
  const events = fc.constantFrom('InvoiceActionAttested', 'InvoicePaymentReceived', 'DebtorUpdated');
  const bodies = fc.dictionary(fc.oneof(names, fc.string()), fc.oneof(events, fc.jsonValue()));
  fc.assert(
    fc.property(bodies, (body) => readWebhook(body).content.kind !== undefined),
    { numRuns: 2000 },
  );
});
