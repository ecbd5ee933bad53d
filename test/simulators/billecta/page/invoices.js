import { control, say } from './control.js';
import { deeds } from './deeds.js';
import { element, replaceChildren } from './element.js';

/** Billecta's stages, with the word its portal's users would say. */
const stages = {
  Created: 'Draft (utkast)',
  Attested: 'Attested (attesterad)',
  InvoiceSent: 'Sent (skickad)',
  ReminderInvoiceSent: 'Reminded (påmind)',
  SentToDebtCollection: 'Debt collection (inkasso)',
  Manual: 'Manual (manuell)',
  Completed: 'Completed (avslutad)',
  Cancelled: 'Cancelled (makulerad)',
};

const shown = new Map();

/** Shows the invoices. A row is made anew only when it has changed, so that nobody's click goes astray. */
export function showInvoices(invoices, refresh) {
  const table = document.getElementById('invoices');
  for (const invoice of invoices) {
    const text = JSON.stringify(invoice);
    const before = shown.get(invoice.actionPublicId);
    if (before?.text === text) continue;
    const row = before?.row ?? table.appendChild(element('tr'));
    row.className = invoice.closed ? 'closed' : '';
    const isOpen = row.querySelector('details')?.open;
    replaceChildren(row, cells(invoice, isOpen, refresh));
    shown.set(invoice.actionPublicId, { text, row });
  }
}

function cells(invoice, isOpen, refresh) {
  const name = invoice.invoiceNumber ?? `draft ${invoice.actionPublicId}`;
  const credit = invoice.actionType === 'CreditInvoiceAction' ? ' (credit invoice)' : '';
  return [
    element('th', { scope: 'row', title: `ActionPublicId ${invoice.actionPublicId}` }, name + credit),
    element('td', {}, invoice.debtor),
    element('td', { class: 'stage' }, stages[invoice.stage] ?? invoice.stage),
    element('td', { class: 'disputed date' }, invoice.disputed ? invoice.disputedDate.slice(0, 16) : ''),
    element('td', { class: 'paused' }, invoice.paused ? 'Paused' : ''),
    element('td', { class: 'date' }, invoice.dueDate),
    element('td', { class: 'soft' }, invoice.nextEvent ?? ''),
    element('td', { class: 'number' }, money(invoice.left)),
    element('td', {}, buttons(invoice, name, isOpen, refresh)),
  ];
}

function buttons(invoice, name, isOpen, refresh) {
  const possible = deeds.filter((deed) => invoice.can.includes(deed.able));
  const made = (deed) => button(deed, invoice, name, refresh);
  const place = element('div', { class: 'buttons' }, ...possible.filter((deed) => !deed.more).map(made));
  const rest = possible.filter((deed) => deed.more);
  if (rest.length > 0) {
    const summary = element('summary', { 'aria-label': `More, invoice ${name}` }, 'More');
    const details = element('details', {}, summary, element('div', { class: 'buttons' }, ...rest.map(made)));
    details.open = isOpen ?? false;
    place.append(details);
  }
  return place;
}

function button({ path, label, half }, invoice, name, refresh) {
  const made = element('button', { type: 'button', 'aria-label': `${label}, invoice ${name}` }, label);
  const body = half ? { amountMinor: Math.ceil(invoice.left.Value / 2) } : undefined;
  made.addEventListener('click', async () => {
    await say(`${label}: invoice ${name}`, () =>
      control('POST', `invoices/${invoice.actionPublicId}/${path}`, body),
    );
    refresh();
  });
  return made;
}

function money({ Value, CurrencyCode }) {
  return new Intl.NumberFormat('sv-SE', { style: 'currency', currency: CurrencyCode }).format(Value / 100);
}
