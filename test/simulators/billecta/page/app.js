import { control } from './control.js';
import { makeDebtorDialog, showDebtors } from './debtors.js';
import { makeFaultSwitches, showFaults } from './faults.js';
import { showInvoices } from './invoices.js';
import { showLegend } from './legend.js';
import { showCalls, showDeliveries } from './logs.js';
import { makeUnmatchedForm, showPayments } from './payments.js';

const EVERY = 1000;

async function refresh() {
  const state = await control('GET', 'state');
  const more = state.total > state.invoices.length ? `, the last ${state.invoices.length} shown` : '';
  const creditor = document.getElementById('creditor');
  creditor.textContent = `${state.creditor.name} · ${state.total} invoices${more}`;
  showInvoices(state.invoices, refresh);
  showPayments(state.unhandledPayments, state.invoices, refresh);
  showDebtors(state.debtors, refresh);
  showFaults(state.faults);
  showCalls(state.calls);
  showDeliveries(state.deliveries, state.webhooks);
}

async function keepUp() {
  try {
    await refresh();
  } catch {
    document.getElementById('creditor').textContent = 'The simulator does not answer';
  }
  setTimeout(keepUp, EVERY);
}

makeFaultSwitches(refresh);
makeUnmatchedForm(refresh);
makeDebtorDialog(refresh);
showLegend();
keepUp();
