import type { ApiCall } from '../api/call-log.ts';
import type { Command } from '../candidates.ts';
import type { Faults } from '../faults/faults.ts';
import type { Deed } from '../model/abilities.ts';
import { whatCanBeDone } from '../model/abilities.ts';
import type { Invoice } from '../model/invoice.ts';
import { canRun } from '../model/permissions.ts';
import type { UnhandledPayment } from '../model/unhandled-payment.ts';
import { amountView } from '../views/amount-view.ts';
import { invoiceActionSubView } from '../views/invoice-action-sub-view.ts';
import { stateView } from '../views/state-view.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { World } from '../world.ts';

/** How much of what the simulator holds one answer shows: what a person can take in. */
const MOST_INVOICES = 200;
const MOST_LOG_ROWS = 25;

export interface StateParts {
  readonly world: World;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly calls: readonly ApiCall[];
}

/** What the page shows. Headers of webhooks and calls are secrets, and left out. */
export function stateOf({ world, faults, webhooks, calls }: StateParts) {
  const all = [...world.invoices.values()];
  const invoices = all.slice(-MOST_INVOICES);
  return {
    creditor: { name: world.creditor.name, publicId: world.creditor.publicId },
    total: all.length,
    invoices: invoices.map((invoice) => invoiceRow(invoice, world)),
    unhandledPayments: world.unhandledPayments.slice(-MOST_LOG_ROWS).reverse().map(paymentRow),
    debtors: debtorRows(invoices),
    faults: faults.list(),
    webhooks: webhooks.targets.map(({ url, events }) => ({ url, events: events ?? 'all' })),
    calls: calls.slice(-MOST_LOG_ROWS).reverse(),
    deliveries: webhooks.deliveries
      .slice(-MOST_LOG_ROWS)
      .reverse()
      .map(({ body, ...delivery }) => ({ ...delivery, bytes: body.length })),
  };
}

export function invoiceRow(invoice: Invoice, world: World) {
  const row = invoiceActionSubView(invoice, world);
  return {
    actionPublicId: invoice.actionPublicId,
    actionType: invoice.actionType,
    invoiceNumber: row.InvoiceNumber,
    debtor: invoice.debtor.name,
    stage: invoice.stage,
    dueDate: invoice.dueDate,
    closed: invoice.closedDate !== null,
    disputedDate: stateView(invoice, world).DisputedDate,
    disputed: invoice.isDisputed,
    paused: invoice.isPaused,
    nextEvent: row.NextEvent,
    left: row.CurrentAmount,
    can: possible(invoice, world),
  };
}

/** What the control surface can do with the invoice now. */
function possible(invoice: Invoice, { candidates }: World): (Deed | Command)[] {
  const deeds = Object.entries(whatCanBeDone(invoice)) as [Deed, boolean][];
  const commands: Command[] = ['dispute', 'cancel-dispute', 'pause', 'resume'];
  return [
    ...deeds.filter(([, can]) => can).map(([deed]) => deed),
    ...commands.filter((command) => canRun(command, invoice, candidates)),
  ];
}

function paymentRow(payment: UnhandledPayment) {
  const overpaid = payment.type === 'OverPayment' ? payment : null;
  return {
    publicId: payment.publicId,
    type: payment.type,
    sender: payment.sender.name,
    reference: payment.reference,
    amount: amountView(payment.amount, payment.currency),
    day: payment.day,
    paidOn: overpaid && nameOf(overpaid.paidOn),
    usedOn: overpaid?.usedOn ? nameOf(overpaid.usedOn) : null,
  };
}

const nameOf = ({ actionPublicId, invoiceNumber }: Invoice) => ({ actionPublicId, invoiceNumber });

/** The debtors of these invoices, each with the id of one of them: deeds reach a debtor through an invoice. */
function debtorRows(invoices: readonly Invoice[]) {
  const byDebtor = new Map(invoices.map(({ debtor, actionPublicId }) => [debtor, actionPublicId]));
  return [...byDebtor].map(([{ created, ...debtor }, actionPublicId]) => ({ ...debtor, actionPublicId }));
}
