import { html } from 'lit';
import { amount, day } from '../format.ts';
import { words } from '../host.ts';
import type { LimeObject } from '../platform/lime-object.ts';

interface LimeOption {
  key: string;
  text: string;
}

/** Lime's own fields of the invoice, as a list of terms. */
export function invoiceFacts(invoice: LimeObject, debtor: string) {
  const facts: [string, string][] = [
    [words.invoicenumber, String(invoice.invoicenumber)],
    [words.debtor, debtor],
    [words.amount, amount(invoice.amount)],
    [words.currentamount, amount(invoice.currentamount)],
    [words.invoicedate, day(invoice.invoicedate)],
    [words.duedate, day(invoice.duedate)],
    [words.invoicestatus, statusText(invoice)],
    [words.billectaid, String(invoice.actionpublicid) || words.notSynced],
  ];
  return html`<dl>
    ${facts.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text || '–'}</dd></div>`)}
  </dl>`;
}

function statusText(invoice: LimeObject): string {
  const property = invoice.getLimetype()?.getProperty('invoicestatus') as
    | { options?: LimeOption[] }
    | undefined;
  const key = String(invoice.invoicestatus ?? '');
  return property?.options?.find((option) => option.key === key)?.text ?? key;
}
