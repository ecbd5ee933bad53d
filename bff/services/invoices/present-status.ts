import type { Allowed, InvoiceStatus, NotAllowedReason } from '../../contract/invoice-status.ts';
import { type Command, forEachCommand } from '../../domain/command.ts';
import { decide } from '../../domain/invoice/command-rules.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { currentTrouble } from '../../domain/invoice/lime-fields.ts';
import { overdueDays } from '../../domain/invoice/overdue.ts';
import { type Unread, unreadOf } from '../../domain/invoice/unread.ts';
import { swedishDay } from '../../domain/swedish-day.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';

/** The status of a Lime invoice that has no counterpart in Billecta yet. */
export function unsyncedStatus(limeId: number): InvoiceStatus {
  return nothingKnown(limeId, null, 'not-synced');
}

/** The state of an invoice as a Lime user sees it. */
export function presentStatus(
  limeId: number,
  { record, open, plan }: InvoiceState,
  now: Date,
): InvoiceStatus {
  const [last] = open;
  const pendingCommand = last
    ? { id: last.id, name: last.command, state: last.state, requestedAt: last.requestedAt }
    : null;
  const until = plan && plan.state !== 'ended' ? plan.until : null;
  if (!record.snapshot)
    return { ...nothingKnown(limeId, record.actionPublicId, 'not-known-yet'), pendingCommand };
  const { invoice, asOf, source } = record.snapshot;
  const trouble = currentTrouble(invoice, record.notes);
  return {
    limeId,
    actionPublicId: invoice.actionPublicId,
    invoiceNumber: invoice.invoiceNumber,
    stage: invoice.stage,
    disputed: invoice.disputedSince ? { since: invoice.disputedSince } : null,
    paused: invoice.paused ? { since: invoice.pausedSince, until } : null,
    overdue: overdueDays(invoice, swedishDay(now)),
    amounts: invoice.amounts,
    dueDate: invoice.dueDate,
    autogiro: trouble && { state: trouble.state, since: trouble.since, reason: trouble.reason },
    unread: presentUnread(unreadOf(invoice, record.notes)),
    nextEvent: invoice.nextEvent,
    allowed: forEachCommand((command) => allowed(invoice, command)),
    asOf,
    source,
    verifiedAt: record.verifiedAt,
    pendingCommand,
  };
}

const presentUnread = ({ comment, delivery }: Unread): InvoiceStatus['unread'] => ({
  comment,
  delivery: delivery && { at: delivery.at, reason: delivery.reason },
});

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
    unread: { comment: null, delivery: null },
    nextEvent: null,
    allowed: forEachCommand((): Allowed => ({ ok: false, reason })),
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
