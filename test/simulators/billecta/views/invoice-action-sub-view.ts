import type { Invoice } from '../model/invoice.ts';
import { leftToPay } from '../model/invoice.ts';
import { plannedEvents } from '../model/plan.ts';
import { writeDay, writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import { fileView, ocr } from './document-view.ts';
import type { InvoiceActionSubView } from './list-types.ts';
import { vat } from './record-view.ts';
import { nextEvent } from './state-view.ts';
import type { DateTime } from './types.ts';

/** A row of the open and closed lists. */
export function invoiceActionSubView(invoice: Invoice, world: World): InvoiceActionSubView {
  const { creditor, candidates } = world;
  const amount = (value: number) => amountView(value, invoice.currency);
  const instant = (at: Date | null): DateTime | null => at && writeInstant(at, candidates.dateTimes);
  const attested = invoice.attestedDate !== null;
  return {
    ActionPublicId: invoice.actionPublicId,
    ActionType: invoice.actionType,
    CreditorPublicId: creditor.publicId,
    CreditorOrgNo: creditor.orgNo,
    CreditorName: creditor.name,
    DebtorPublicId: invoice.debtor.publicId,
    DebtorOrgNo: invoice.debtor.orgNo,
    DebtorName: invoice.debtor.name,
    InvoiceNumber: attested ? invoice.invoiceNumber : null,
    OCR: attested ? ocr(invoice) : null,
    ContractInvoiceActionPublicId: null,
    DebtCollectionActionPublicId: invoice.debtCollectionActionPublicId,
    ReminderInvoiceActionPublicId: invoice.reminder?.actionPublicId ?? null,
    YourReference: null,
    ...listedNextEvent(invoice, world),
    CurrentAmount: amount(leftToPay(invoice)),
    InvoicedAmount: amount(invoice.invoiced),
    AwaitingPaymentTransferAmount: amount(0),
    TotalVATAmount: amount(vat(invoice)),
    Stage: invoice.stage,
    DeliveryMethod: 'Email',
    DeliveryStatus: invoice.invoiceSentDate ? 'Received' : 'Unknown',
    Created: writeInstant(invoice.created, candidates.dateTimes),
    InvoiceDate: writeDay(invoice.invoiceDate, candidates.dateTimes),
    DueDate: writeDay(invoice.dueDate, candidates.dateTimes),
    ClosedDate: instant(invoice.closedDate),
    InvoiceSentDate: instant(invoice.invoiceSentDate),
    ReminderInvoiceSentDate: instant(invoice.reminder?.created ?? null),
    AttestedDate: instant(invoice.attestedDate),
    IsCommented: false,
    IsLocked: attested,
    IsPaused: invoice.isPaused,
    IsDisputed: invoice.isDisputed,
    AutogiroWithdrawalEnabled: invoice.autogiro,
    File: attested ? fileView(invoice) : null,
  };
}

function listedNextEvent(invoice: Invoice, world: World) {
  const next = nextEvent(invoice, world);
  if (world.candidates.listNextEvent === 'as-invoice' || next.NextEvent === null) return next;
  return { ...next, NextEvent: plannedEvents(invoice, world.now())[0]?.type ?? null };
}
