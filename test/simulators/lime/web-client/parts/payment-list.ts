import { html } from 'lit';
import { amount, day } from '../format.ts';
import { words } from '../host.ts';
import type { PaymentRow } from '../pages/payment-rows.ts';

const icons: Record<string, string> = {
  payment: 'paid',
  overpayment: 'plus_math',
  overpaymentmatched: 'link',
  unmatched: 'question',
};

/** Payments on another object's card: what and how much, when and how. */
export function paymentList(payments: readonly PaymentRow[]) {
  if (payments.length === 0) return html`<p class="soft">${words.noPayments}</p>`;
  return html`<limel-list .items=${payments.map(item)} icon-size="small"></limel-list>`;
}

const item = ({ kind, kindText, ...payment }: PaymentRow) => ({
  text: `${amount(payment.amount)} · ${kindText}`,
  secondaryText: [day(payment.paymentdate), payment.paymentmean, payment.sendername, payment.reference]
    .filter(Boolean)
    .join(' · '),
  icon: { name: icons[kind] ?? 'money' },
});
