import { deedButton } from './deed-button.js';
import { deeds } from './deeds.js';
import { element } from './element.js';
import { money } from './format.js';
import { KeyedList } from './keyed-list.js';

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

const table = new KeyedList(document.getElementById('invoices'), 'tr', 'actionPublicId');

export function showInvoices(invoices, refresh) {
  table.show(invoices, (invoice, row) => {
    row.className = invoice.closed ? 'closed' : '';
    return cells(invoice, row.querySelector('details')?.open, refresh);
  });
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
  const possible = deeds.filter((deed) => deed.able === undefined || invoice.can.includes(deed.able));
  const made = (deed) => button(deed, invoice, name, refresh);
  const place = element('div', { class: 'buttons' }, ...possible.filter((deed) => !deed.group).map(made));
  const rest = Map.groupBy(
    possible.filter((deed) => deed.group),
    (deed) => deed.group,
  );
  if (rest.size > 0) {
    const summary = element('summary', { 'aria-label': `More, invoice ${name}` }, 'More');
    const groups = [...rest].map(([group, its]) =>
      element('div', { class: 'buttons', role: 'group', 'aria-label': group }, word(group), ...its.map(made)),
    );
    const details = element('details', {}, summary, ...groups);
    details.open = isOpen ?? false;
    place.append(details);
  }
  return place;
}

const word = (group) => element('span', { class: 'soft group', 'aria-hidden': 'true' }, group);

function button(deed, { actionPublicId, left }, name, refresh) {
  const { path, times } = deed;
  const body = times && { amountMinor: Math.ceil(left.Value * times) };
  return deedButton(deed, `invoice ${name}`, refresh, () => ({ actionPublicId, path, body }));
}
