import type { Allowed, InvoiceStatus, NotAllowedReason } from '../contract/invoice-status.ts';
import { decide } from '../domain/command-rules.ts';
import type { Command, Invoice } from '../domain/invoice.ts';
import { currentTrouble } from '../domain/lime-fields.ts';
import { overdueDays } from '../domain/overdue.ts';
import type { CommandRecord, ResumePlan } from './ports/commands.ts';
import type { InvoiceRecord } from './ports/invoices.ts';
import { swedishDay } from './swedish-day.ts';

/** The status of a Lime invoice that has no counterpart in Billecta yet. */
export function unsyncedStatus(limeId: number): InvoiceStatus {
  return nothingKnown(limeId, null, 'not-synced');
}

/** What is stored about an invoice. */
export interface Stored {
  record: InvoiceRecord;
  /** The last command whose end is not known yet. */
  unsettled: CommandRecord | undefined;
  /** The resume that is planned. */
  plan: ResumePlan | undefined;
}

/** What is stored about an invoice, as a Lime user is told it. */
export function presentStatus(limeId: number, { record, unsettled, plan }: Stored, now: Date): InvoiceStatus {
  const pendingCommand = unsettled
    ? {
        id: unsettled.id,
        name: unsettled.command,
        state: unsettled.state,
        requestedAt: unsettled.requestedAt,
      }
    : null;
  if (!record.held)
    return { ...nothingKnown(limeId, record.actionPublicId, 'not-known-yet'), pendingCommand };
  const { invoice, asOf, source } = record.held;
  const trouble = currentTrouble(invoice, record.notes);
  return {
    limeId,
    actionPublicId: invoice.actionPublicId,
    invoiceNumber: invoice.invoiceNumber,
    stage: invoice.stage,
    disputed: invoice.disputedSince ? { since: invoice.disputedSince } : null,
    paused: invoice.paused ? { since: invoice.pausedSince, until: plan?.until ?? null } : null,
    overdue: overdueDays(invoice, swedishDay(now)),
    amounts: invoice.amounts,
    dueDate: invoice.dueDate,
    autogiro: trouble && { state: trouble.state, since: trouble.since },
    // What was stored by earlier versions has no type.
    nextEvent: invoice.nextEvent && { ...invoice.nextEvent, type: invoice.nextEvent.type ?? null },
    allowed: forEachCommand((command) => allowed(invoice, command)),
    asOf,
    source,
    verifiedAt: record.verifiedAt,
    pendingCommand,
  };
}

function nothingKnown(
  limeId: number,
  actionPublicId: string | null,
  reason: NotAllowedReason,
): InvoiceStatus {
  return {
    limeId,
    actionPublicId,
    invoiceNumber: null,
    stage: 'unknown',
    disputed: null,
    paused: null,
    overdue: 0,
    amounts: null,
    dueDate: null,
    autogiro: null,
    nextEvent: null,
    allowed: forEachCommand(() => ({ ok: false, reason })),
    asOf: null,
    source: null,
    verifiedAt: null,
    pendingCommand: null,
  };
}

function allowed(invoice: Invoice, command: Command): Allowed {
  const decision = decide(invoice, command);
  return decision.kind === 'go' ? { ok: true } : { ok: false, reason: decision.reason };
}

function forEachCommand(tell: (command: Command) => Allowed): InvoiceStatus['allowed'] {
  return {
    dispute: tell('dispute'),
    'cancel-dispute': tell('cancel-dispute'),
    pause: tell('pause'),
    resume: tell('resume'),
  };
}
