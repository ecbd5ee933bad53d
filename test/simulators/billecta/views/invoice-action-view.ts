import type { Invoice } from '../model/invoice.ts';
import { leftToPay } from '../model/invoice.ts';
import { writeDay, writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import { debtorView } from './debtor-view.ts';
import { documentView } from './document-view.ts';
import { eventsView } from './events-view.ts';
import { flagsView } from './flags-view.ts';
import { recordView, vat } from './record-view.ts';
import { settingsView } from './settings-view.ts';
import { stateView } from './state-view.ts';
import type { InvoiceActionFlags, InvoiceActionView } from './types.ts';

/** As before 2024: the flags are left out of the JSON. */
const noFlags = {} as InvoiceActionFlags;

/** The whole invoice, as `GET /v1/invoice/action/{id}` and most webhooks tell it (facts 8.1). */
export function invoiceActionView(invoice: Invoice, world: World): InvoiceActionView {
  const { dateTimes } = world.candidates;
  const amount = (value: number) => amountView(value, invoice.currency);
  const { credits } = invoice;
  const attested = invoice.attestedDate !== null;
  return {
    ActionPublicId: invoice.actionPublicId,
    CreditorPublicId: world.creditor.publicId,
    ActionType: invoice.actionType,
    InvoiceNumber: attested ? invoice.invoiceNumber : null,
    ExternalReference: invoice.externalReference,
    Created: writeInstant(invoice.created, dateTimes),
    InvoiceDate: writeDay(invoice.invoiceDate, dateTimes),
    DueDate: writeDay(invoice.dueDate, dateTimes),
    DeliveryDate: null,
    PaymentTermsInDays: invoice.paymentTermsInDays,
    ReminderInvoiceActionPublicId: invoice.reminder?.actionPublicId ?? null,
    DebtCollectionActionPublicId: invoice.debtCollectionActionPublicId,
    ContractInvoiceActionPublicId: null,
    Debtor: debtorView(invoice.debtor, world),
    State: stateView(invoice, world),
    Invoices: attested ? [documentView(invoice, world)] : [],
    Records: [recordView(invoice)],
    Events: eventsView(invoice, world),
    InvoicedAmount: amount(invoice.invoiced),
    CurrentAmount: amount(leftToPay(invoice)),
    PaidAmount: amount(invoice.paid),
    CreditedAmount: amount(invoice.credited),
    WriteOffAmount: amount(invoice.writtenOff),
    InterestAmount: amount(0),
    RotRutDeductionAmount: amount(0),
    AwaitingPaymentTransferAmount: amount(0),
    TotalVATAmount: amount(vat(invoice)),
    CentRoundingAmount: amount(0),
    InvoiceFee: amount(0),
    FreightFee: amount(0),
    CreditingInvoice: credits && {
      SourcePublicId: credits.actionPublicId,
      SourceInvoiceId: credits.invoiceNumber,
    },
    Autogiro: { AutogiroWithdrawalEnabled: invoice.autogiro },
    ...(world.candidates.flags === 'sent' ? flagsView(invoice, world) : noFlags),
    ...settingsView,
  };
}
