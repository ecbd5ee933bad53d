import type { Fields } from '../fields.ts';

/** Money on an invoice; more than was due; that, used on another invoice; or money that fits no invoice. */
export type PaymentKind = 'payment' | 'overpayment' | 'overpayment-matched' | 'unmatched';

/** A payment as Billecta reports it. */
export interface Payment {
  /** PaymentReferenceId or UnhandledPaymentPublicId. */
  id: string;
  /** Its progress: a report of an earlier step does not replace one of a later step. */
  step: number;
  fields: Fields;
}

/** What can be written to Lime of every payment, in whatever view it arrived. */
export interface PaymentStatus {
  kind: PaymentKind;
  /** ActionPublicId of the invoice that it belongs to; null while there is none. */
  invoice: string | null;
  sender: string | null;
  reference: string | null;
}

export const fieldsOfPayment = (fields: Fields, status: PaymentStatus): Fields => ({
  ...fields,
  'Status.Kind': status.kind,
  'Status.Invoice': status.invoice,
  'Status.Sender': status.sender,
  'Status.Reference': status.reference,
});
