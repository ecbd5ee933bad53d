import { query } from '../host.ts';
import type { Expression } from '../platform/query.ts';

/** A payment as the client's lists show it; texts are empty where there is nothing. */
export interface PaymentRow {
  id: number;
  kind: string;
  kindText: string;
  amount: number | null;
  paymentdate: string | null;
  sendername: string;
  paymentmean: string;
  reference: string;
  /** Lime id of the invoice it belongs to. */
  invoice: number | null;
  invoicenumber: string;
  debtor: string;
}

const shape = {
  _id: null,
  paymenttype: null,
  amount: null,
  paymentdate: null,
  sendername: null,
  paymentmean: null,
  reference: null,
  invoice: { _id: null, invoicenumber: null },
  debtor: { name: null },
};

interface Answer
  extends Pick<PaymentRow, 'amount' | 'paymentdate' | 'sendername' | 'paymentmean' | 'reference'> {
  _id: number;
  paymenttype: { key: string; text: string } | null;
  invoice: { _id: number; invoicenumber: string } | null;
  debtor: { name: string } | null;
}

/** The payments that the filter finds, or all, the latest first. */
export async function loadPayments(filter: Expression | null = null): Promise<PaymentRow[]> {
  const { objects } = await query.execute({
    limetype: 'payment',
    filter,
    limit: 500,
    orderBy: [{ paymentdate: 'DESC' }, { _id: 'DESC' }],
    responseFormat: { object: shape },
  });
  return (objects as unknown as Answer[]).map(row);
}

const row = ({ _id, paymenttype, invoice, debtor, ...payment }: Answer): PaymentRow => ({
  ...payment,
  id: _id,
  kind: paymenttype?.key ?? '',
  kindText: paymenttype?.text ?? '',
  invoice: invoice?._id ?? null,
  invoicenumber: invoice?.invoicenumber ?? '',
  debtor: debtor?.name ?? '',
});
