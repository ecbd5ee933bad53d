import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelWebhook } from '../../../../../bff/billecta/webhook/label-webhook.ts';
import { parseWebhook } from '../../../../../bff/billecta/webhook/parse-webhook.ts';
import { nothingWanted } from '../../../../../bff/billecta/webhook/wanted-fields.ts';
import { defaultKeys } from '../../../../../bff/billecta/webhook/webhook-envelope.ts';

const label = (body: Record<string, unknown>) => labelWebhook(body, defaultKeys);
const read = (body: Record<string, unknown>) => parseWebhook(body, defaultKeys, nothingWanted);

const invoice = {
  ActionPublicId: '1234567890',
  CreditorPublicId: 'c-1',
  State: { Stage: 'InvoiceSent' },
  Name: 'not an event',
};
const payment = { PaymentReferenceId: 'p', IsReminderPayment: false, ActionPublicId: '1234567890' };

test.each([
  ['Event and Data', { Event: 'InvoiceActionStateChanged', Data: invoice, Id: 'no delivery id' }],
  ['keys in other case', { event: 'InvoiceActionStateChanged', DATA: invoice }],
  ['a name in other letters', { Event: 'invoiceactionSTATEchanged', Data: invoice }],
  [
    'a payload that is JSON in a string',
    { Event: 'InvoiceActionStateChanged', Data: JSON.stringify(invoice) },
  ],
  ['the body itself, with the event beside it', { Event: 'InvoiceActionStateChanged', ...invoice }],
  ['the body itself, without any event', invoice],
])('an invoice event comes as %s', (_shape, body) => {
  expect(label(body)).toEqual({
    event: 'InvoiceActionStateChanged',
    deliveryId: null,
    occurredAt: null,
    repeatKey: null,
    subject: '1234567890',
    creditor: 'c-1',
    kind: 'supported',
  });
  expect(read(body)).toMatchObject({
    kind: 'invoice',
    invoice: { actionPublicId: '1234567890', stage: 'sent' },
  });
});

test('where the keys are known, no other is tried', () => {
  const known = { ...defaultKeys, event: ['Handelse'], payload: ['Innehall'] };
  const body = {
    Handelse: 'InvoiceActionStateChanged',
    Innehall: invoice,
    Event: 'DailyNotification',
    Data: {},
  };
  expect(labelWebhook(body, known)).toMatchObject({
    event: 'InvoiceActionStateChanged',
    subject: '1234567890',
  });
});

test.each([
  ['a payment', payment, 'InvoicePaymentReceived'],
  ['an unmatched payment', { UnhandledPaymentPublicId: 'u' }, 'UnmatchedPayment'],
  ['an overpayment', { UnhandledPaymentPublicId: 'u', OverpaymentDetails: {} }, 'Overpayment'],
  [
    'an overpayment that was used',
    { UnhandledPaymentPublicId: 'u', OverpaymentDetails: { UsedOnActionPublicId: '2' } },
    'OverpaymentMatchedToInvoice',
  ],
  ['a reminder', { SourceActionPublicId: '1', ReminderInvoices: [] }, 'ReminderInvoiceActionCreated'],
  ['a debtor, whose name is no event', { DebtorPublicId: 'd', OrgNo: '5', Name: 'Ås AB' }, 'DebtorUpdated'],
])('%s without an event is known by its fields', (_what, body, event) => {
  expect(label(body).event).toBe(event);
});

test('a payment is known by its reference, and says which invoice has changed', () => {
  expect(read({ Event: 'InvoicePaymentReceived', Data: payment })).toMatchObject({
    kind: 'money',
    payment: { id: 'p', fields: { 'Status.Kind': 'payment', 'Status.Invoice': '1234567890' } },
    invoices: ['1234567890'],
  });
});

test('a payment without a reference changes its invoice, and is not kept', () => {
  const { PaymentReferenceId: _, ...nameless } = payment;
  expect(read({ Event: 'InvoicePaymentReceived', Data: nameless })).toEqual({
    kind: 'money',
    payment: null,
    invoices: ['1234567890'],
  });
});

test('an event that is not ours is unsupported, whatever it is called', () => {
  for (const Event of ['DailyNotification', 'constructor', '__proto__']) {
    expect(label({ Event, Data: {} }).kind).toBe('unsupported');
    expect(read({ Event, Data: {} }).kind).toBe('unsupported');
  }
});

const debtorId = '2d9b6c10-58e4-4f0a-9a77-6b1c5e0f8d21';

test.each([
  ['a view', { DebtorPublicId: debtorId }],
  ['its id alone', debtorId],
])('an approval without a debtor has it in the second slot, as %s', (_as, AdditionalData) => {
  const body = { Event: 'AutogiroApprovalChanged', Data: { Active: true }, AdditionalData };
  expect(read(body)).toEqual({
    kind: 'debtor',
    debtorPublicId: debtorId,
    approval: { state: 'changed', reason: null },
  });
});

test.each([
  ['its name', 'NoCoverage', 'NoCoverage'],
  ['a number, which no fact explains', 7, '7'],
  ['a field of its own', { CommentCode: 'PaymentFailed' }, 'PaymentFailed'],
  ['nothing', null, null],
  ['no reason at all', 'Unknown', null],
  ['a text that is no name', 'täckning saknas', null],
])('the reason of a failed withdrawal comes as %s', (_as, AdditionalData, reason) => {
  const body = { Event: 'AutogiroWithdrawalFailedOnInvoice', Data: invoice, AdditionalData };
  expect(read(body)).toMatchObject({ kind: 'autogiro', state: 'failed', reason });
});

test.each([
  ['a debt collection case', 'DebtCollectionAction'],
  ['a self-invoice, told by its number', 6],
])('a delivery of %s is none of ours', (_what, ActionType) => {
  const Data = { ActionType, ActionPublicId: '1', Delivered: false, Reason: '' };
  expect(read({ Event: 'UndeliveredInvoice', Data })).toEqual({ kind: 'unsupported' });
});

test('a comment whose invoice does not come whole has the invoice read', () => {
  const Data = { Event: {}, InvoiceAction: { ActionPublicId: '1' } };
  expect(read({ Event: 'InvoiceCommented', Data })).toEqual({
    kind: 'money',
    payment: null,
    invoices: ['1'],
  });
});

const sent = (beside: object) => ({ Event: 'DebtorUpdated', Data: { DebtorPublicId: 'd' }, ...beside });

test('a delivery id counts where its key is configured, and then only together with the event and its subject', () => {
  const configured = { ...defaultKeys, deliveryId: ['WebhookId'] };
  const keyOf = (body: Record<string, unknown>) => labelWebhook(body, configured).repeatKey;
  expect(labelWebhook(sent({ WebhookId: 'w1' }), defaultKeys).repeatKey).toBeNull();
  expect(keyOf(sent({ WebhookId: 'w1' }))).toBe(
    keyOf(sent({ WebhookId: 'w1', Data: { DebtorPublicId: 'd', x: 1 } })),
  );
  expect(keyOf(sent({ WebhookId: 'w1' }))).not.toBe(
    keyOf(sent({ WebhookId: 'w1', Data: { DebtorPublicId: 'e' } })),
  );
  const at = (EventDate: string) => keyOf(sent({ WebhookId: 'w1', EventDate }));
  expect(at('2026-03-01 12:00:00+01:00')).not.toBe(at('2026-03-01 12:00:01+01:00'));
  expect(keyOf(sent({ WebhookId: 2 ** 53 }))).toBeNull();
});

test('what cannot be read says why', () => {
  const content = read({ Event: 'InvoiceActionAttested', Data: { State: {} } });
  expect(content).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('ActionPublicId') });
  expect(label({ hello: 'world' }).kind).toBe('unreadable');
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
    fc.property(bodies, (body) => label(body).kind !== undefined && read(body).kind !== undefined),
    { numRuns: 2000 },
  );
});

test('an id may be a number, as long as a double holds it exactly', () => {
  const Data = { ...invoice, ActionPublicId: 1234567890 };
  expect(label({ Event: 'InvoiceActionStateChanged', Data })).toMatchObject({ subject: '1234567890' });
  expect(read({ Event: 'InvoiceActionStateChanged', Data })).toMatchObject({
    invoice: { actionPublicId: '1234567890' },
  });
  const inexact = { ...invoice, ActionPublicId: 2 ** 53 };
  expect(read({ Event: 'InvoiceActionStateChanged', Data: inexact }).kind).toBe('unreadable');
});

test.each(['0001-01-01 00:00:00+00:00', '9999-12-31 23:59:59+00:00'])(
  '%s is how an empty date is written, and no date',
  (empty) => {
    const Data = { ...invoice, DueDate: empty, State: { Stage: 'InvoiceSent', DisputedDate: empty } };
    const body = { Event: 'InvoiceActionStateChanged', EventDate: empty, Data };
    expect(label(body).occurredAt).toBeNull();
    expect(read(body)).toMatchObject({ invoice: { disputedSince: null, dueDate: null } });
  },
);
