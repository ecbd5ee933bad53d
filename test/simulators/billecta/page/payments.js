import { control, say } from './control.js';
import { deedButton } from './deed-button.js';
import { others } from './deeds.js';
import { element } from './element.js';
import { money } from './format.js';
import { KeyedList } from './keyed-list.js';

const list = new KeyedList(document.getElementById('payments'), 'li', 'publicId');
const [matching] = others;

/** Makes the form by which money arrives that fits no invoice, once. */
export function makeUnmatchedForm(refresh) {
  document.getElementById('unmatched').addEventListener('submit', async (event) => {
    event.preventDefault();
    const amountMinor = Math.round(Number(document.getElementById('unmatched-amount').value) * 100);
    await say('An unmatched payment has arrived', () =>
      control('POST', 'unmatched-payments', { amountMinor }),
    );
    refresh();
  });
}

/** The money that Billecta holds; an overpayment that is unused can be used on an open invoice. */
export function showPayments(payments, invoices, refresh) {
  const open = invoices.filter(({ can }) => can.includes('registerPayment'));
  const targets = open.map(({ actionPublicId, invoiceNumber, debtor }) => ({
    actionPublicId,
    text: `${invoiceNumber} ${debtor}`,
  }));
  const items = payments.map((payment) => (isUnused(payment) ? { ...payment, targets } : payment));
  list.show(items, (payment, row) => [
    element('span', {}, `${money(payment.amount)} ${whence(payment)}`),
    payment.targets ? use(payment, row.querySelector('select')?.value, refresh) : '',
  ]);
}

const isUnused = ({ type, usedOn }) => type === 'OverPayment' && !usedOn;

function whence({ paidOn, usedOn, sender, reference }) {
  if (!paidOn) return `from ${sender}, “${reference}”`;
  const used = usedOn ? `, used on ${usedOn.invoiceNumber}` : '';
  return `too much for ${paidOn.invoiceNumber}${used}`;
}

function use({ paidOn, targets }, chosen, refresh) {
  const name = `overpayment of ${paidOn.invoiceNumber}`;
  const options = targets.map(({ actionPublicId, text }) =>
    element('option', { value: actionPublicId, selected: actionPublicId === chosen ? '' : undefined }, text),
  );
  const select = element('select', { 'aria-label': `Invoice for the ${name}` }, ...options);
  const button = deedButton(matching, name, refresh, () => ({
    actionPublicId: paidOn.actionPublicId,
    path: 'overpayment',
    body: { usedOnActionPublicId: select.value },
  }));
  return element('div', { class: 'buttons' }, select, button);
}
