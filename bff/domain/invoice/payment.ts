import type { Fields } from '../fields.ts';

/** Money on an invoice; more than was due; that, used on another invoice; or money that fits no invoice. */
export type PaymentKind = 'payment' | 'overpayment' | 'overpayment-matched' | 'unmatched';

/** A payment as Billecta tells of it. */
export interface Payment {
  /** PaymentReferenceId or UnhandledPaymentPublicId. */
  id: string;
  /** How far it has come: what tells of a later step is not undone by what tells of an earlier one. */
  step: number;
  fields: Fields;
}

/** What can be written to Lime of every payment, whatever view it came in. */
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
