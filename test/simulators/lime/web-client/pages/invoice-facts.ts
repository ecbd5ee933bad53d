import { amount, day } from '../format.ts';
import { words } from '../host.ts';
import { type Fact, optionText } from '../parts/facts.ts';
import { link } from '../parts/link.ts';
import type { LimeObject } from '../platform/lime-object.ts';

const yesno = (value: unknown): string => (value ? words.yes : words.no);

/** What the invoice is, and where it stands. */
export const invoiceDetails = (invoice: LimeObject, debtor: string): Fact[] => [
  [words.invoicenumber, String(invoice.invoicenumber)],
  [words.debtor, debtor && link(`/object/debtor/${invoice.debtor}`, debtor)],
  [words.invoicestatus, optionText(invoice, 'invoicestatus')],
  [words.invoicedate, day(invoice.invoicedate)],
  [words.duedate, day(invoice.duedate)],
  [words.billectaid, String(invoice.actionpublicid) || words.notSynced],
];

export const invoiceAmounts = (invoice: LimeObject): Fact[] => [
  [words.amount, amount(invoice.amount)],
  [words.currentamount, amount(invoice.currentamount)],
  [words.paidamount, amount(invoice.paidamount)],
  [words.creditedamount, amount(invoice.creditedamount)],
  [words.writtenoffamount, amount(invoice.writtenoffamount)],
  [words.reminderfee, amount(invoice.reminderfee)],
];

/** What keeps collection, and what comes next. */
export const invoiceFollowUp = (invoice: LimeObject): Fact[] => [
  [words.disputed, day(invoice.disputedtime) || yesno(invoice.disputed)],
  [words.paused, yesno(invoice.paused)],
  [words.autogirostate, optionText(invoice, 'autogirostate')],
  [words.nextevent, String(invoice.nextevent)],
  [words.nexteventdate, day(invoice.nexteventdate)],
  [words.reminderdate, day(invoice.reminderdate)],
];
