import {
  belongsTo,
  date,
  decimal,
  hasMany,
  integer,
  link,
  option,
  percent,
  phone,
  required,
  string,
  time,
  yesno,
} from './define.ts';
import type { Property } from './property.ts';

export interface Limetype {
  name: string;
  localname: { singular: string; plural: string };
  /** The property whose value describes the object to people. */
  descriptive: string;
  properties: readonly Property[];
}

/**
 * The limetypes of the sample database. The names of limetypes and of `debtor` and `integration_monitor`
 * fields are the Billecta package's, but for a debtor's autogiro; its invoice and payment fields are not public,
 * these stand for any. An e-mail is a `link` and a telephone a `phone`, as in Lime's core database.
 */
export function sampleLimetypes(invoiceProperties: readonly Property[] = []): ReadonlyMap<string, Limetype> {
  return new Map([invoice(invoiceProperties), debtor, payment, integrationMonitor].map((t) => [t.name, t]));
}

const invoice = (added: readonly Property[]): Limetype => ({
  name: 'invoice',
  localname: { singular: 'Invoice', plural: 'Invoices' },
  descriptive: 'invoicenumber',
  properties: [
    required(string('invoicenumber', 'Invoice number', 32)),
    string('actionpublicid', 'Billecta id', 64),
    belongsTo('debtor', 'Debtor'),
    decimal('amount', 'Amount'),
    decimal('currentamount', 'Left to pay'),
    date('invoicedate', 'Invoice date'),
    date('duedate', 'Due date'),
    option('invoicestatus', 'Status', 552600, {
      draft: 'Draft',
      attested: 'Attested',
      sent: 'Sent',
      reminded: 'Reminded',
      debtcollection: 'Debt collection',
      paid: 'Paid',
      credited: 'Credited',
      cancelled: 'Cancelled',
      manual: 'Handled manually',
      sold: 'Sold',
    }),
    decimal('paidamount', 'Paid'),
    decimal('creditedamount', 'Credited'),
    decimal('writtenoffamount', 'Written off'),
    string('nextevent', 'Next event', 128),
    date('nexteventdate', 'Date of next event'),
    date('reminderdate', 'Reminded'),
    decimal('reminderfee', 'Reminder fee'),
    percent('interestrate', 'Penalty interest'),
    option('autogirostate', 'Autogiro', 552700, {
      none: 'No trouble',
      failed: 'Withdrawal failed',
      renewed: 'Withdrawal tried again',
    }),
    string('autogiroreason', 'Autogiro reason', 64),
    string('debtorcomment', 'Debtor has written', 256),
    string('delivery', 'Delivery', 16),
    string('deliveryreason', 'Why not delivered', 256),
    yesno('disputed', 'Disputed'),
    time('disputedtime', 'Disputed since'),
    yesno('paused', 'Paused'),
    string('billectacomment', 'Comment', 256),
    hasMany('payments', 'Payments', 'payment', 'invoice'),
    ...added,
  ],
});

const debtor: Limetype = {
  name: 'debtor',
  localname: { singular: 'Debtor', plural: 'Debtors' },
  descriptive: 'name',
  properties: [
    required(string('name', 'Name', 128)),
    string('debtorpublicid', 'Billecta id'),
    string('ssnregno', 'Registration number', 32),
    string('contactname', 'Contact', 128),
    link('email', 'Email'),
    phone('maincontactphone', 'Phone'),
    string('address', 'Address', 128),
    string('zipcode', 'Zip code', 16),
    string('city', 'City'),
    option('autogirostate', 'Autogiro', 552800, {
      none: 'None',
      pending: 'Awaiting approval',
      approved: 'Approved',
      failed: 'Approval failed',
      removed: 'Approval removed',
    }),
    hasMany('invoices', 'Invoices', 'invoice', 'debtor'),
    hasMany('payments', 'Payments', 'payment', 'debtor'),
    string('autogiroreason', 'Autogiro reason', 64),
  ],
};

const payment: Limetype = {
  name: 'payment',
  localname: { singular: 'Payment', plural: 'Payments' },
  descriptive: 'paymentpublicid',
  properties: [
    required(string('paymentpublicid', 'Billecta id')),
    belongsTo('invoice', 'Invoice'),
    belongsTo('debtor', 'Debtor'),
    option('paymenttype', 'Type', 552900, {
      payment: 'Payment',
      overpayment: 'Overpayment',
      overpaymentmatched: 'Overpayment used',
      unmatched: 'Unmatched payment',
    }),
    decimal('amount', 'Amount'),
    date('paymentdate', 'Payment date'),
    string('sendername', 'Sender', 128),
    string('paymentmean', 'Means of payment', 16),
    string('reference', 'Reference'),
  ],
};

const integrationMonitor: Limetype = {
  name: 'integration_monitor',
  localname: { singular: 'Integration monitor', plural: 'Integration monitors' },
  descriptive: 'name',
  properties: [
    required(string('name', 'Name', 32)),
    required(string('integration_key', 'Key', 32)),
    option('type', 'Type', 553000, { batch: 'Batch', message: 'Message' }),
    yesno('active', 'Active'),
    integer('alert_interval', 'Alert interval'),
    integer('alert_no_creates_deceeds', 'Alert when creates below'),
    integer('alert_no_updates_deceeds', 'Alert when updates below'),
    integer('alert_no_deletes_deceeds', 'Alert when deletes below'),
    date('alert_timestamp', 'Alert calculated'),
    option('alertstatus', 'Alert status', 553100, {
      notcalculated: 'Not calculated',
      ok: 'OK',
      error: 'Error',
    }),
    string('alerttext', 'Alert text', 256),
  ],
};
