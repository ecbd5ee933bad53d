import type { Command } from '../candidates.ts';
import type { EventType } from '../model/event-type.ts';
import type { Invoice } from '../model/invoice.ts';
import { isOnHold, log } from '../model/invoice.ts';
import { alreadyDone, whyNotAtAll } from '../model/permissions.ts';
import { Refusal } from '../model/refusal.ts';
import { swedishDay } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';
import { raiseStateChanged } from './do-deed.ts';
import { REMINDER_FEE, sendReminder } from './send-reminder.ts';

/** What each command does to the invoice, and how the log names it (facts 5.3). */
const effects: Record<Command, { event: EventType; on(invoice: Invoice, world: World): void }> = {
  dispute: {
    event: 'Disputed',
    on(invoice, world) {
      invoice.isDisputed = true;
      invoice.disputedDate = world.now();
    },
  },
  'cancel-dispute': {
    event: 'UnDisputed',
    on(invoice, { candidates }) {
      invoice.isDisputed = false;
      if (candidates.disputedDateAfterCancel === 'null') invoice.disputedDate = null;
    },
  },
  pause: {
    event: 'Paused',
    on(invoice) {
      invoice.isPaused = true;
    },
  },
  resume: {
    event: 'Resumed',
    on(invoice) {
      invoice.isPaused = false;
    },
  },
};

/**
 * Disputes, pauses, or lifts either (facts 4).
 *
 * @throws NotFound when there is no such invoice
 * @throws Refusal when its state does not allow it, or when it already is so and repeating is refused
 */
export function runCommand(command: Command, world: World, actionPublicId: string): void {
  const { candidates } = world;
  const invoice = findInvoice(world, actionPublicId);
  const refused = whyNotAtAll(command, invoice, candidates);
  if (refused) throw new Refusal(refused);
  const done = alreadyDone(command, invoice);
  if (done && candidates.repeat === 'accept') return;
  if (done) throw new Refusal(done);

  applyCommand(command, world, invoice);
  if (candidates.commandsRaiseStateChanged) raiseStateChanged(world, invoice);
  if (candidates.overdueWhenReleased === 'reminds-at-once' && isWaitingForReminder(invoice, world)) {
    sendReminder(world, actionPublicId, REMINDER_FEE);
  }
}

/** What the command does, whatever the invoice's state. */
export function applyCommand(command: Command, world: World, invoice: Invoice): void {
  const effect = effects[command];
  effect.on(invoice, world);
  log(invoice, effect.event, world.now(), { by: 'API' });
}

function isWaitingForReminder(invoice: Invoice, { now }: World): boolean {
  return !isOnHold(invoice) && invoice.stage === 'InvoiceSent' && invoice.dueDate < swedishDay(now());
}
