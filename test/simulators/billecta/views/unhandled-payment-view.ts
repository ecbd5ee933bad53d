import { writeDay } from '../model/swedish-time.ts';
import type { Overpayment, UnhandledPayment } from '../model/unhandled-payment.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import type { OverpaymentDetailsView, UnhandledPaymentView } from './payment-types.ts';

/** Money that is not used, or an overpayment that has been (facts 8.1). */
export function unhandledPaymentView(payment: UnhandledPayment, world: World): UnhandledPaymentView {
  const { creditor, candidates } = world;
  const overpaid = payment.type === 'OverPayment' ? payment : null;
  return {
    CreditorPublicId: creditor.publicId,
    UnhandledPaymentPublicId: payment.publicId,
    CreditorName: creditor.name,
    SenderName: payment.sender.name,
    SenderAddress: payment.sender.address,
    SenderZipCode: payment.sender.zipCode,
    SenderCity: payment.sender.city,
    SenderCountryCode: 'SE',
    SenderOrgNo: payment.sender.orgNo,
    SenderBankgiroNo: null,
    Reference: payment.reference,
    CreatedBy: 'Billecta',
    DebtorPublicId: overpaid?.paidOn.debtor.publicId ?? null,
    Amount: amountView(payment.amount, payment.currency),
    PaymentDate: writeDay(payment.day, candidates.dateTimes),
    UnhandledPaymentType: payment.type,
    OverpaymentDetails: overpaid && detailsView(overpaid),
    AdditionalInformations: [],
    State: overpaid?.usedOn ? 'UsedOnInvoice' : 'Unhandled',
  };
}

function detailsView({ paidOn, usedOn }: Overpayment): OverpaymentDetailsView {
  return {
    ActionType: paidOn.actionType,
    ActionPublicId: paidOn.actionPublicId,
    InvoiceNumber: paidOn.invoiceNumber,
    UsedOnActionPublicId: usedOn?.actionPublicId ?? null,
  };
}
