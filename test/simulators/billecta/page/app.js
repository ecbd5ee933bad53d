import { control } from './control.js';
import { makeFaultSwitches, showFaults } from './faults.js';
import { showInvoices } from './invoices.js';
import { showCalls, showDeliveries } from './logs.js';

const EVERY = 1000;

async function refresh() {
  const state = await control('GET', 'state');
  const more = state.total > state.invoices.length ? `, the last ${state.invoices.length} shown` : '';
  const creditor = document.getElementById('creditor');
  creditor.textContent = `${state.creditor.name} · ${state.total} invoices${more}`;
  showInvoices(state.invoices, refresh);
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
keepUp();
