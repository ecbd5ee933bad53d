import type { BillectaSimulator, InvoiceSeed } from '../simulators/billecta/index.ts';
import type { LimeSimulator } from '../simulators/lime/index.ts';

/** One invoice of the demo, as it is in Billecta; null in Billecta when it has not been synced. */
interface Sample {
  name: string;
  debtor: string;
  billecta:
    | (Pick<InvoiceSeed, 'stage' | 'disputed' | 'paused' | 'paidMinor' | 'credited'> & { dueInDays: number })
    | null;
  amountMinor: number;
  /** Days from today to the due date. */
  dueInDays: number;
}

const sample = (
  name: string,
  debtor: string,
  amountMinor: number,
  dueInDays: number,
  billecta: Omit<NonNullable<Sample['billecta']>, 'dueInDays'> | null,
): Sample => ({ name, debtor, amountMinor, dueInDays, billecta: billecta && { ...billecta, dueInDays } });

/** An invoice in every state that a person may meet. */
const samples: readonly Sample[] = [
  sample('synced', 'Norrskenstads Bygg AB', 1_250_000, 12, { stage: 'InvoiceSent' }),
  sample('unsynced', 'Kvarngårdens Café', 389_000, 20, null),
  sample('disputed', 'Hällefors Mekaniska AB', 4_875_050, -9, { stage: 'InvoiceSent', disputed: true }),
  sample('paused', 'Ljusdals Trädgård HB', 215_000, -4, { stage: 'InvoiceSent', paused: true }),
  sample('draft', 'Björkmans Måleri AB', 998_000, 30, { stage: 'Created' }),
  sample('attested', 'Vasa Redovisning AB', 1_562_500, 25, { stage: 'Attested' }),
  sample('overdue', 'Fjällkliniken AB', 742_525, -6, { stage: 'InvoiceSent' }),
  sample('part paid', 'Storsjöns Åkeri AB', 3_200_000, -2, { stage: 'InvoiceSent', paidMinor: 1_200_000 }),
  sample('reminded', 'Pite Snickeri AB', 1_124_000, -18, { stage: 'ReminderInvoiceSent' }),
  sample('in collection', 'Gävle Event & Ljud AB', 2_640_000, -52, { stage: 'SentToDebtCollection' }),
  sample('paid', 'Umeå Design Studio AB', 875_000, -15, { stage: 'Completed' }),
  sample('credited', 'Roslagens Båtvarv AB', 1_995_000, -21, { credited: true }),
];

const firstNumber = 26_001;

/**
 * Puts the sample invoices into both systems.
 *
 * @returns the Lime id of each, by name
 */
export function addSampleInvoices(lime: LimeSimulator, billecta: BillectaSimulator): Map<string, number> {
  return new Map(
    samples.map(({ name, debtor, amountMinor, dueInDays, billecta: seed }, index) => {
      const invoiceNumber = String(firstNumber + index);
      const actionPublicId =
        seed && billecta.addInvoice({ ...seed, invoiceNumber, amountMinor, debtor: { name: debtor } });
      const dueDate = new Date(Date.now() + dueInDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
      const amount = amountMinor / 100;
      return [name, lime.addInvoice({ invoiceNumber, actionPublicId, debtor, amount, dueDate })];
    }),
  );
}
