import type { BillectaSimulator, InvoiceSeed } from '../simulators/billecta/index.ts';
import type { LimeSimulator } from '../simulators/lime/index.ts';

/** An invoice of the demo. */
interface Sample {
  name: string;
  debtor: string;
  amountMinor: number;
  /** Days from today to the due date. */
  dueInDays: number;
  /** How it stands in Billecta; null when it has not been synced. */
  billecta: Pick<InvoiceSeed, 'stage' | 'disputed' | 'paused' | 'paidMinor' | 'credited'> | null;
  /** Lime's own status, an option key. */
  status: string;
}

const sample = (
  name: string,
  debtor: string,
  amountMinor: number,
  dueInDays: number,
  status: string,
  billecta: Sample['billecta'],
): Sample => ({ name, debtor, amountMinor, dueInDays, status, billecta });

/** An invoice in every state that a person may meet. */
const samples: readonly Sample[] = [
  sample('synced', 'Norrskenstads Bygg AB', 1_250_000, 12, 'sent', { stage: 'InvoiceSent' }),
  sample('unsynced', 'Kvarngårdens Café', 389_000, 20, 'draft', null),
  sample('disputed', 'Hällefors Mekaniska AB', 4_875_050, -9, 'sent', {
    stage: 'InvoiceSent',
    disputed: true,
  }),
  sample('paused', 'Ljusdals Trädgård HB', 215_000, -4, 'sent', { stage: 'InvoiceSent', paused: true }),
  sample('draft', 'Björkmans Måleri AB', 998_000, 30, 'draft', { stage: 'Created' }),
  sample('attested', 'Vasa Redovisning AB', 1_562_500, 25, 'attested', { stage: 'Attested' }),
  sample('overdue', 'Fjällkliniken AB', 742_525, -6, 'sent', { stage: 'InvoiceSent' }),
  sample('part paid', 'Storsjöns Åkeri AB', 3_200_000, -2, 'sent', {
    stage: 'InvoiceSent',
    paidMinor: 1_200_000,
  }),
  sample('reminded', 'Pite Snickeri AB', 1_124_000, -18, 'reminded', { stage: 'ReminderInvoiceSent' }),
  sample('in collection', 'Gävle Event & Ljud AB', 2_640_000, -52, 'debtcollection', {
    stage: 'SentToDebtCollection',
  }),
  sample('paid', 'Umeå Design Studio AB', 875_000, -15, 'paid', { stage: 'Completed' }),
  sample('credited', 'Roslagens Båtvarv AB', 1_995_000, -21, 'credited', { credited: true }),
];

const firstNumber = 26_001;

/**
 * Puts the sample invoices into both systems.
 *
 * @returns the Lime id of each, by name
 */
export function addSampleInvoices(lime: LimeSimulator, billecta: BillectaSimulator): Map<string, number> {
  return new Map(samples.map((each, index) => [each.name, add(each, String(firstNumber + index))]));

  function add(
    { debtor, amountMinor, dueInDays, billecta: seed, status }: Sample,
    invoiceNumber: string,
  ): number {
    const actionPublicId =
      seed &&
      billecta.addInvoice({ ...seed, invoiceNumber, amountMinor, dueInDays, debtor: { name: debtor } });
    const dueDate = inDays(dueInDays);
    const invoiceDate = inDays(dueInDays - 30);
    const currentamount = left(seed, amountMinor) / 100;
    return lime.addInvoice({
      invoiceNumber,
      actionPublicId,
      debtor,
      amount: amountMinor / 100,
      invoiceDate,
      dueDate,
      status,
      properties: { currentamount },
    });
  }
}

function left(seed: Sample['billecta'], amountMinor: number): number {
  if (seed?.credited || seed?.stage === 'Completed') return 0;
  return amountMinor - (seed?.paidMinor ?? 0);
}

/** The day so many days from today, `YYYY-MM-DD`. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
