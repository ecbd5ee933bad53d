import type { Invoice } from '../../../bff/domain/invoice/invoice.ts';

/** A sent and unpaid invoice, neither disputed nor paused, of which Billecta says no `Can…`; `facts` replace. */
export const anInvoice = (facts: Partial<Invoice> = {}): Invoice => ({
  actionPublicId: '1',
  creditorPublicId: null,
  debtorPublicId: null,
  invoiceNumber: '1',
  stage: 'sent',
  disputedSince: null,
  paused: false,
  pausedSince: null,
  amounts: { currency: 'SEK', invoiced: 100, current: 100, paid: 0, credited: 0, writtenOff: 0 },
  dueDate: '2026-11-20',
  nextEvent: null,
  permits: { dispute: null, 'cancel-dispute': null, pause: null, resume: null },
  occurred: [],
  debtorComment: null,
  fields: {},
  ...facts,
});
