import type { BillectaSimulator, InvoiceActionView, Stage } from '../simulators/billecta/index.ts';

/** What must be the same in Billecta and with us. Amounts are minor units. */
export interface Truth {
  stage: string;
  disputed: boolean;
  paused: boolean;
  invoiced: number;
  current: number;
  paid: number;
  credited: number;
  writtenOff: number;
  occurred: string[];
}

const stages: Readonly<Record<Stage, string>> = {
  Created: 'draft',
  Attested: 'attested',
  InvoiceSent: 'sent',
  ReminderInvoiceSent: 'reminded',
  SentToDebtCollection: 'debt-collection',
  Manual: 'manual',
  Completed: 'paid',
  Cancelled: 'cancelled',
};

export function truthInBillecta(billecta: BillectaSimulator, actionPublicId: string): Truth {
  const view = billecta.invoice(actionPublicId);
  const credited = view.CreditedAmount.Value;
  const { Stage } = view.State;
  return {
    stage: Stage === 'Completed' && credited >= view.InvoicedAmount.Value ? 'credited' : stages[Stage],
    disputed: view.State.DisputedDate !== null,
    paused: view.State.IsPaused,
    invoiced: view.InvoicedAmount.Value,
    current: view.CurrentAmount.Value,
    paid: view.PaidAmount.Value,
    credited,
    writtenOff: view.WriteOffAmount.Value,
    occurred: occurred(view).sort(),
  };
}

const occurred = ({ Events }: InvoiceActionView) =>
  Events.filter((event) => event.HasOccured).map((event) => event.EventPublicId);

interface Snapshot {
  stage: string;
  disputedSince: string | null;
  paused: boolean;
  amounts: Omit<Truth, 'stage' | 'disputed' | 'paused' | 'occurred'>;
  occurred: string[];
}

/** @param stored - a row's snapshot */
export function truthWithUs(stored: unknown): Truth {
  const { stage, disputedSince, paused, amounts, occurred } = stored as Snapshot;
  const { invoiced, current, paid, credited, writtenOff } = amounts;
  return {
    stage,
    disputed: disputedSince !== null,
    paused,
    invoiced,
    current,
    paid,
    credited,
    writtenOff,
    occurred: [...occurred].sort(),
  };
}
