import type { CommandName, CommandResult } from '../../../bff/contract/command.ts';
import type { Allowed, InvoiceStatus, NotAllowedReason } from '../../../bff/contract/invoice-status.ts';

/** An invoice that is sent, not yet due, and may be disputed and paused. */
export function sentInvoice(changes: Partial<InvoiceStatus> = {}): InvoiceStatus {
  return {
    limeId: 1001,
    actionPublicId: 'a-1001',
    invoiceNumber: '70001',
    stage: 'sent',
    disputed: null,
    paused: null,
    overdue: 0,
    amounts: { currency: 'SEK', invoiced: 125000, current: 100050, paid: 0, credited: 24950, writtenOff: 0 },
    dueDate: '2030-12-03',
    autogiro: null,
    unread: { comment: null, delivery: null },
    nextEvent: { text: 'Påminnelse går iväg', date: '2030-12-08', type: 'WillSendReminderInvoice' },
    allowed: {
      dispute: { ok: true },
      'cancel-dispute': no('not-disputed'),
      pause: { ok: true },
      resume: no('not-paused'),
    },
    asOf: new Date().toISOString(),
    source: 'verified',
    verifiedAt: null,
    pendingCommand: null,
    ...changes,
  };
}

export function disputedInvoice(changes: Partial<InvoiceStatus> = {}): InvoiceStatus {
  const { allowed } = sentInvoice();
  return sentInvoice({
    disputed: { since: '2025-11-03T10:00:00.000Z' },
    nextEvent: null,
    allowed: { ...allowed, dispute: no('already-disputed'), 'cancel-dispute': { ok: true } },
    ...changes,
  });
}

/** The debtor has written, and the invoice did not reach them; nobody has marked that as read. */
export function unseenInvoice(changes: Partial<InvoiceStatus> = {}): InvoiceStatus {
  return sentInvoice({
    unread: {
      comment: { id: 'e-7', at: '2025-11-05T08:30:00.000Z', text: 'We never ordered this' },
      delivery: { at: '2025-11-04T07:15:00.000Z', reason: 'Mailbox is full' },
    },
    ...changes,
  });
}

export function pausedInvoice(changes: Partial<InvoiceStatus> = {}): InvoiceStatus {
  const { allowed } = sentInvoice();
  return sentInvoice({
    paused: { since: '2025-11-04T10:00:00.000Z', until: null },
    nextEvent: null,
    allowed: { ...allowed, pause: no('already-paused'), resume: { ok: true } },
    ...changes,
  });
}

export function unsyncedInvoice(changes: Partial<InvoiceStatus> = {}): InvoiceStatus {
  return nothingKnown('not-synced', { actionPublicId: null, ...changes });
}

export function unreadInvoice(changes: Partial<InvoiceStatus> = {}): InvoiceStatus {
  return nothingKnown('not-known-yet', changes);
}

/** A dispute that Billecta has carried out. */
export function aResult(changes: Partial<CommandResult> = {}): CommandResult {
  const done = { changed: true, endChanged: false, commentSent: null, lifted: null };
  return { id: 'c1', name: 'dispute', state: 'confirmed', ...done, ...changes };
}

/** Every command refused for the same reason. */
export function noneAllowed(reason: NotAllowedReason): Record<CommandName, Allowed> {
  return { dispute: no(reason), 'cancel-dispute': no(reason), pause: no(reason), resume: no(reason) };
}

function nothingKnown(reason: NotAllowedReason, changes: Partial<InvoiceStatus>): InvoiceStatus {
  return sentInvoice({
    invoiceNumber: null,
    stage: 'unknown',
    amounts: null,
    dueDate: null,
    nextEvent: null,
    allowed: noneAllowed(reason),
    asOf: null,
    source: null,
    ...changes,
  });
}

const no = (reason: NotAllowedReason): Allowed => ({ ok: false, reason });
