import { randomUUID } from 'node:crypto';
import type { Invoice } from '../model/invoice.ts';
import { swedishDay, writeDay } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import { ocr } from './document-view.ts';

/** What was paid beyond an invoice's claim, minor units (facts 8.1). */
export function overpaymentView(invoice: Invoice, excess: number, { creditor, candidates, now }: World) {
  return {
    CreditorPublicId: creditor.publicId,
    UnhandledPaymentPublicId: randomUUID(),
    CreditorName: creditor.name,
    SenderName: invoice.debtor.name,
    SenderAddress: invoice.debtor.address,
    SenderZipCode: invoice.debtor.zipCode,
    SenderCity: invoice.debtor.city,
    SenderCountryCode: 'SE',
    SenderOrgNo: invoice.debtor.orgNo,
    SenderBankgiroNo: null,
    Reference: ocr(invoice),
    CreatedBy: 'Billecta',
    DebtorPublicId: invoice.debtor.publicId,
    Amount: amountView(excess, invoice.currency),
    PaymentDate: writeDay(swedishDay(now()), candidates.dateTimes),
    UnhandledPaymentType: 'OverPayment',
    OverpaymentDetails: {
      ActionType: invoice.actionType,
      ActionPublicId: invoice.actionPublicId,
      InvoiceNumber: invoice.invoiceNumber,
      UsedOnActionPublicId: null,
    },
    AdditionalInformations: [],
    State: 'Unhandled',
  };
}
