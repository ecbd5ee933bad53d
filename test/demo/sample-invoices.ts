import type { BillectaSimulator, InvoiceSeed } from '../simulators/billecta/index.ts';
import type { LimeSimulator } from '../simulators/lime/index.ts';
import { limeFields } from './lime-fields.ts';
import { sampleDebtor } from './sample-debtors.ts';

/** An invoice of the demo. */
interface Sample {
  name: string;
  debtor: string;
  amountMinor: number;
  /** Days from today to the due date. */
  dueInDays: number;
  /** How it stands in Billecta; null when it has not been synced. */
  billecta: Omit<InvoiceSeed, 'debtor' | 'invoiceNumber' | 'amountMinor' | 'dueInDays'> | null;
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
  sample('overpaid', 'Skellefte El & Larm AB', 560_000, -3, 'paid', {
    stage: 'Completed',
    paidMinor: 810_000,
  }),
  sample('next of the overpaid', 'Skellefte El & Larm AB', 1_430_000, 18, 'sent', { stage: 'InvoiceSent' }),
  sample('autogiro', 'Ystads Tvätteri AB', 329_500, 6, 'sent', { stage: 'InvoiceSent', autogiro: true }),
  sample('part written off', 'Arvika Plåt AB', 912_000, -11, 'sent', {
    stage: 'InvoiceSent',
    writtenOffMinor: 112_000,
  }),
  sample('manual', 'Mora Fastigheter AB', 2_275_000, -25, 'manual', { stage: 'Manual' }),
  sample('cancelled', 'Kalmar Kök & Bad AB', 648_000, 9, 'cancelled', { stage: 'Cancelled' }),
];

const firstNumber = 26_001;

/**
 * Puts the sample invoices into both systems.
 *
 * @returns the Lime id of each, by name
 */
export function addSampleInvoices(lime: LimeSimulator, billecta: BillectaSimulator): Map<string, number> {
  return new Map(samples.map((each, index) => [each.name, add(each, String(firstNumber + index))]));

  function add({ dueInDays, ...sample }: Sample, invoiceNumber: string): number {
    const { amountMinor, billecta: seed, status } = sample;
    const debtor = sampleDebtor(sample.debtor);
    const actionPublicId =
      seed &&
      billecta.addInvoice({ ...seed, invoiceNumber, amountMinor, dueInDays, debtor: debtor.inBillecta });
    const id = lime.addInvoice({
      invoiceNumber,
      actionPublicId,
      debtor: sample.debtor,
      debtorPublicId: debtor.inBillecta.publicId,
      amount: amountMinor / 100,
      invoiceDate: inDays(dueInDays - 30),
      dueDate: inDays(dueInDays),
      status,
      properties: actionPublicId ? limeFields(billecta, actionPublicId) : {},
    });
    const autogirostate = seed?.autogiro ? 'approved' : 'none';
    lime.change('debtor', Number(lime.object('invoice', id).debtor), { ...debtor.inLime, autogirostate });
    return id;
  }
}

/** The day so many days from today, `YYYY-MM-DD`. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
