import type { Invoice } from '../model/invoice.ts';
import { swedishDay, writeDay, writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import { ocr } from './document-view.ts';
import type { IncomingPaymentView } from './payment-types.ts';

export interface Movement {
  /** Minor units. */
  readonly amount: number;
  readonly paymentReferenceId: string;
  readonly meanCode: string;
}

/** Money that reached an invoice, or was credited or written off on it (facts 6.4, 8.1). */
export function incomingPaymentView(invoice: Invoice, movement: Movement, world: World): IncomingPaymentView {
  const { dateTimes } = world.candidates;
  const now = world.now();
  return {
    CreditorPublicId: world.creditor.publicId,
    DebtorPublicId: invoice.debtor.publicId,
    PaymentReferenceId: movement.paymentReferenceId,
    InvoiceNumber: invoice.invoiceNumber,
    ActionPublicId: invoice.actionPublicId,
    ActionType: invoice.actionType,
    DebtorName: invoice.debtor.name,
    PaymentMeanCode: movement.meanCode,
    ExternalReference: invoice.externalReference,
    OCR: ocr(invoice),
    CreatedBy: 'Billecta',
    Amount: amountView(movement.amount, invoice.currency),
    CreatedDate: writeInstant(now, dateTimes),
    PaymentDate: writeDay(swedishDay(now), dateTimes),
    File: null,
    IsReminderPayment: false,
  };
}
