import { randomUUID } from 'node:crypto';
import type { Invoice } from './invoice.ts';
import type { Day } from './swedish-time.ts';

/** Who a payment came from, as far as the bank tells. */
interface Sender {
  readonly name: string;
  readonly address: string | null;
  readonly zipCode: string | null;
  readonly city: string | null;
  readonly orgNo: string | null;
}

interface Money {
  readonly publicId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly day: Day;
  readonly sender: Sender;
  /** What the payer wrote: an OCR number, or anything at all. */
  readonly reference: string;
}

/** What was paid beyond an invoice's claim. */
export interface Overpayment extends Money {
  readonly type: 'OverPayment';
  readonly paidOn: Invoice;
  usedOn: Invoice | null;
}

/** Money that fits no invoice. */
export interface UnmatchedPayment extends Money {
  readonly type: 'UnmatchedPayment';
}

/** Money that Billecta holds until somebody decides what it is for (facts 8.1). */
export type UnhandledPayment = Overpayment | UnmatchedPayment;

export function overpaymentOf(
  paidOn: Invoice,
  given: Pick<Money, 'amount' | 'day' | 'reference'>,
): Overpayment {
  const { name, address, zipCode, city, orgNo } = paidOn.debtor;
  return {
    ...given,
    type: 'OverPayment',
    publicId: randomUUID(),
    currency: paidOn.currency,
    sender: { name, address, zipCode, city, orgNo },
    paidOn,
    usedOn: null,
  };
}

/** The name and the reference are all that such a payment tells of its sender. */
export function unmatchedPayment(amount: number, day: Day): UnmatchedPayment {
  return {
    type: 'UnmatchedPayment',
    publicId: randomUUID(),
    amount,
    currency: 'SEK',
    day,
    sender: { name: 'Okänd avsändare', address: null, zipCode: null, city: null, orgNo: null },
    reference: 'Tack för hjälpen',
  };
}
