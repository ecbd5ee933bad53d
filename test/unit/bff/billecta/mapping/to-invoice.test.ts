import { expect, test } from 'vitest';
import { toInvoice } from '../../../../../bff/billecta/mapping/to-invoice.ts';

const sek = (Value: number) => ({ CurrencyCode: 'SEK', Value, ValueForView: Value / 100 });

const view = {
  ActionPublicId: '1234567890',
  CreditorPublicId: 'b6e2…',
  InvoiceNumber: '1001',
  DueDate: '2026-12-01 00:00:00+01:00',
  State: {
    Stage: 'InvoiceSent',
    DisputedDate: null,
    IsPaused: false,
    NextEvent: 'Påminnelse',
    NextEventDate: '2026-12-06 00:00:00+01:00',
  },
  Events: [
    { EventPublicId: 'e1', EventType: 'Attested', EventDate: '2026-11-01 10:00:00+01:00', HasOccured: true },
    {
      EventPublicId: 'e2',
      EventType: 'WillSendReminderInvoice',
      EventDate: '2026-12-06 00:00:00+01:00',
      HasOccured: false,
    },
  ],
  InvoicedAmount: sek(125_000),
  CurrentAmount: sek(100_000),
  PaidAmount: sek(25_000),
  CanDispute: true,
  CanUnDispute: false,
  SomethingNew: { nobody: 'knows' },
};

test('an invoice becomes ours: days, minor units, permits, and the events that have happened', () => {
  expect(toInvoice(view, ['InvoicedAmount', 'DueDate', 'State.NextEvent', 'NoSuchField'])).toEqual({
    actionPublicId: '1234567890',
    creditorPublicId: 'b6e2…',
    debtorPublicId: null,
    debtorComment: null,
    invoiceNumber: '1001',
    stage: 'sent',
    disputedSince: null,
    paused: false,
    pausedSince: null,
    amounts: {
      currency: 'SEK',
      invoiced: 125_000,
      current: 100_000,
      paid: 25_000,
      credited: 0,
      writtenOff: 0,
    },
    dueDate: '2026-12-01',
    nextEvent: { text: 'Påminnelse', date: '2026-12-06', type: 'WillSendReminderInvoice' },
    permits: { dispute: true, 'cancel-dispute': false, pause: null, resume: null },
    occurred: ['e1'],
    fields: { InvoicedAmount: 1250, DueDate: '2026-11-30T23:00:00.000Z', 'State.NextEvent': 'Påminnelse' },
  });
});

test('the next event is that kind of planned event which has its text, or else its day', () => {
  const planned = (Title: string, EventType: string | number, day: string) => ({
    EventPublicId: Title,
    EventType,
    Title,
    EventDate: `${day} 00:00:00+01:00`,
    HasOccured: false,
  });
  const inkasso = planned('Skickas till inkasso', 6, '2026-12-06');
  const reminder = planned('Påminnelse', 'WillSendReminderInvoice', '2026-12-06');
  const typeIn = (Events: object[]) => toInvoice({ ...view, Events }).nextEvent?.type;
  expect(typeIn([inkasso, reminder])).toBe('WillSendReminderInvoice');
  expect(typeIn([inkasso])).toBe('WillBeSentToDebtCollection');
  expect(typeIn([inkasso, planned('Något annat', 5, '2026-12-06')])).toBeNull();
  expect(typeIn([{ ...reminder, HasOccured: true }])).toBeNull();
  expect(typeIn([])).toBeNull();
});

test.each([
  ['Created', 'draft'],
  [1, 'draft'],
  ['Attested', 'attested'],
  [12, 'sent'],
  ['ReminderInvoiceSent', 'reminded'],
  ['SentToDebtCollection', 'debt-collection'],
  [16, 'debt-collection'],
  ['Manual', 'manual'],
  ['Completed', 'paid'],
  ['Cancelled', 'cancelled'],
  ['SaleRequestAccepted', 'sold'],
  ['SalesRequestedDenied', 'sent'],
  ['None', 'unknown'],
  ['ANewStage', 'unknown'],
  [4711, 'unknown'],
])('stage %s is %s', (Stage, stage) => {
  expect(toInvoice({ ...view, State: { Stage } }).stage).toBe(stage);
});

test('a completed invoice that was credited in full is credited, not paid', () => {
  const credited = { ...view, State: { Stage: 'Completed' }, CreditedAmount: sek(125_000) };
  expect(toInvoice(credited).stage).toBe('credited');
});

test('paused since the last time it was paused', () => {
  const paused = {
    ...view,
    State: { ...view.State, IsPaused: true },
    Events: [
      { EventPublicId: 'p1', EventType: 'Paused', EventDate: '2026-11-02 10:00:00+01:00', HasOccured: true },
      { EventPublicId: 'p2', EventType: 12, EventDate: '2026-11-09T10:00:00', HasOccured: true },
    ],
  };
  expect(toInvoice(paused).pausedSince).toBe('2026-11-09T09:00:00.000Z');
});

test('money without Value is taken from ValueForView', () => {
  const amounts = toInvoice({ ...view, InvoicedAmount: { CurrencyCode: 'SEK', ValueForView: 19.9 } }).amounts;
  expect(amounts?.invoiced).toBe(1990);
});

test.each(['', '0001-01-01T00:00:00', '9999-12-31 23:59:59+00:00'])(
  '%o is no date: the invoice is not disputed',
  (DisputedDate) => {
    expect(toInvoice({ ...view, State: { ...view.State, DisputedDate } }).disputedSince).toBeNull();
  },
);

test.each(['igår', '/Date(1764280034000)/', 'Fri, 27 Nov 2026 21:47:14 GMT', '2026-11-27 21:47:14 +01:00'])(
  'a date of dispute that cannot be read, such as %s, is no proof that there is no dispute',
  (DisputedDate) => {
    expect(() => toInvoice({ ...view, State: { ...view.State, DisputedDate } })).toThrow('DisputedDate');
  },
);
