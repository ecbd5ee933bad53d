import type { LimeKind } from '../../domain/lime-kind.ts';

/** The limetype of a kind of objects in the customer's Lime, and the field with Billecta's id of them. */
export interface LimePlace {
  limetype: string;
  idField: string;
}

/**
 * The names of limetypes and fields in the customer's Lime. All of them can be configured; the defaults are to be
 * confirmed.
 */
export interface LimeNames {
  invoiceLimetype: string;
  /** The invoice's field with Billecta's ActionPublicId. */
  actionPublicIdField: string;
  debtorLimetype: string;
  debtorPublicIdField: string;
  paymentLimetype: string;
  /** The payment's field with PaymentReferenceId or UnhandledPaymentPublicId. */
  paymentPublicIdField: string;
  /** A caller who may read objects of this limetype is an administrator. */
  adminLimetype: string;
}

/** The variables of the configuration that say where objects are. */
export const nameVariables = {
  invoice: { limetype: 'LIME_INVOICE_LIMETYPE', idField: 'LIME_ACTION_PUBLIC_ID_FIELD' },
  payment: { limetype: 'LIME_PAYMENT_LIMETYPE', idField: 'LIME_PAYMENT_PUBLIC_ID_FIELD' },
  debtor: { limetype: 'LIME_DEBTOR_LIMETYPE', idField: 'LIME_DEBTOR_PUBLIC_ID_FIELD' },
} as const;

export const defaultNames: LimeNames = {
  invoiceLimetype: 'invoice',
  actionPublicIdField: 'actionpublicid',
  debtorLimetype: 'debtor',
  debtorPublicIdField: 'debtorpublicid',
  paymentLimetype: 'payment',
  paymentPublicIdField: 'paymentpublicid',
  adminLimetype: 'integration_monitor',
};

/** A reminder that has an object of its own is an invoice in Lime. */
export function placeOf(kind: LimeKind, names: LimeNames): LimePlace {
  switch (kind) {
    case 'invoice':
    case 'reminder':
      return { limetype: names.invoiceLimetype, idField: names.actionPublicIdField };
    case 'payment':
      return { limetype: names.paymentLimetype, idField: names.paymentPublicIdField };
    case 'debtor':
      return { limetype: names.debtorLimetype, idField: names.debtorPublicIdField };
  }
}

/** What the objects of a limetype are to Billecta; null when they are nothing to it. */
export function kindOf(limetype: string, names: LimeNames): 'invoice' | 'payment' | 'debtor' | null {
  const kinds = ['invoice', 'payment', 'debtor'] as const;
  return kinds.find((kind) => placeOf(kind, names).limetype === limetype) ?? null;
}
