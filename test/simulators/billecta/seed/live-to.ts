import { attest } from '../actions/attest.ts';
import { cancel } from '../actions/cancel.ts';
import { credit } from '../actions/credit.ts';
import { makeManual } from '../actions/make-manual.ts';
import { registerPayment } from '../actions/register-payment.ts';
import { applyCommand } from '../actions/run-command.ts';
import { send } from '../actions/send.ts';
import { sendReminder } from '../actions/send-reminder.ts';
import { sendToDebtCollection } from '../actions/send-to-debt-collection.ts';
import { writeOff } from '../actions/write-off.ts';
import type { Invoice, Stage } from '../model/invoice.ts';
import { isClosed, log } from '../model/invoice.ts';
import { DEBT_COLLECTION_DELAY, REMINDER_DELAY } from '../model/plan.ts';
import { addDays, noonOf, swedishDay } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import type { InvoiceSeed } from './invoice-seed.ts';

/** The stages that lead to a stage, besides itself. */
const before: Record<Stage, readonly Stage[]> = {
  Created: [],
  Attested: [],
  InvoiceSent: ['Attested'],
  ReminderInvoiceSent: ['Attested', 'InvoiceSent'],
  SentToDebtCollection: ['Attested', 'InvoiceSent', 'ReminderInvoiceSent'],
  Manual: ['Attested', 'InvoiceSent'],
  Completed: ['Attested', 'InvoiceSent'],
  Cancelled: ['Attested'],
};

/**
 * Lives a draft's life up to the seed's stage. The actions themselves take the steps, each on the day it would
 * have been taken, in a world that is silent: no webhook tells of the past.
 */
export function liveTo(present: World, invoice: Invoice, seed: InvoiceSeed): void {
  let clock = invoice.created;
  const world: World = { ...present, now: () => clock, raise: () => {} };
  const id = invoice.actionPublicId;
  const stage = seed.credited ? 'Completed' : (seed.stage ?? 'InvoiceSent');

  for (const next of [...before[stage], stage]) {
    const day = addDays(...dayOf(next, invoice));
    clock = latest(clock, earliest(noonOf(day), present.now()));
    if (next === 'Completed') settleInPart();
    take(next);
  }
  clock = present.now();
  if (!isClosed(invoice)) settleInPart();
  if (seed.disputed) applyCommand('dispute', world, invoice);
  if (seed.paused) applyCommand('pause', world, invoice);

  function settleInPart(): void {
    if (seed.writtenOffMinor) writeOff(world, id, seed.writtenOffMinor);
    if (seed.paidMinor) registerPayment(world, id, seed.paidMinor);
  }

  function hasFallenDue(): boolean {
    return stage !== 'Completed' && invoice.dueDate < swedishDay(present.now());
  }

  function take(next: Stage): void {
    switch (next) {
      case 'Created':
        break;
      case 'Attested':
        attest(world, id);
        break;
      case 'InvoiceSent':
        send(world, id);
        if (hasFallenDue()) log(invoice, 'InvoiceDue', noonOf(invoice.dueDate));
        break;
      case 'ReminderInvoiceSent':
        sendReminder(world, id, seed.reminderFeeMinor ?? 0);
        break;
      case 'SentToDebtCollection':
        sendToDebtCollection(world, id);
        break;
      case 'Manual':
        makeManual(world, id);
        break;
      case 'Cancelled':
        cancel(world, id);
        break;
      case 'Completed':
        if (seed.credited) credit(world, id);
        else if (!isClosed(invoice)) registerPayment(world, id);
    }
  }
}

/** The day a stage is reached: a day of the invoice, and days from it. */
function dayOf(stage: Stage, { invoiceDate, dueDate }: Invoice): [day: string, plus: number] {
  switch (stage) {
    case 'ReminderInvoiceSent':
      return [dueDate, REMINDER_DELAY];
    case 'SentToDebtCollection':
      return [dueDate, REMINDER_DELAY + DEBT_COLLECTION_DELAY];
    case 'Completed':
      return [dueDate, -1];
    default:
      return [invoiceDate, 0];
  }
}

const earliest = (a: Date, b: Date): Date => (a < b ? a : b);
const latest = (a: Date, b: Date): Date => (a > b ? a : b);
