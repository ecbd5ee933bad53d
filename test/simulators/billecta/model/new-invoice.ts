import { randomUUID } from 'node:crypto';
import type { Invoice } from './invoice.ts';
import { log } from './invoice.ts';

type Given = Pick<
  Invoice,
  | 'actionPublicId'
  | 'actionType'
  | 'invoiceNumber'
  | 'debtor'
  | 'created'
  | 'invoiceDate'
  | 'dueDate'
  | 'currency'
  | 'invoiced'
> &
  Partial<Pick<Invoice, 'autogiro' | 'externalReference' | 'credits'>>;

/** A draft, with its first row in the log. */
export function newInvoice(given: Given): Invoice {
  const invoice: Invoice = {
    paymentTermsInDays: daysBetween(given.invoiceDate, given.dueDate),
    filePublicId: randomUUID(),
    externalReference: null,
    credits: null,
    autogiro: false,
    ...given,
    stage: 'Created',
    paid: 0,
    credited: 0,
    writtenOff: 0,
    isPaused: false,
    isDisputed: false,
    disputedDate: null,
    attestedDate: null,
    invoiceSentDate: null,
    sentToDebtCollectionDate: null,
    closedDate: null,
    reminder: null,
    debtCollectionActionPublicId: null,
    log: [],
    plannedIds: new Map(),
  };
  log(invoice, 'Created', given.created);
  return invoice;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
