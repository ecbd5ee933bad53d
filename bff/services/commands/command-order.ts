import type { CommandResult } from '../../contract/command.ts';
import type { Command, CommandOrigin, DisputeReason } from '../../domain/command.ts';
import { startOfSwedishDay } from '../../domain/swedish-day.ts';
import type { SyncedInvoice } from '../invoices/authorize-invoice.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import type { PlanKey } from '../ports/store/resume-plans.ts';
import type { StoreParts } from '../ports/store/store.ts';
import { type Context, instant } from '../shared/context.ts';
import type { CommentChoice } from './pass-comment.ts';

export interface CommandNote extends CommentChoice {
  reason?: DisputeReason | undefined;
  /** With pause: the day in Sweden on which it ends, `YYYY-MM-DD`. */
  until?: string | undefined;
  /** With pause: a pause that is there already gets this end too, or none. */
  changeEnd?: boolean | undefined;
}

/** A command, on what, and who gives it. */
export interface CommandOrder {
  /** Of the command's record; a new one unless a caller has to find the record again. */
  id?: string;
  by: string;
  origin: CommandOrigin;
  invoice: SyncedInvoice;
  command: Command;
  note: CommandNote;
  /** With resume: the plan that it carries out; nothing is sent once that has ended or another has replaced it. */
  plan?: PlanKey;
  /** One of a task's: what is written is about all of its invoices. */
  isOfTask?: true;
  /** Whether a newer order says the opposite; asked while no other command on the invoice runs in this process. */
  isOvertaken?: () => Promise<boolean>;
}

/** The plan that an order carries out has ended, or another has replaced it. */
export class PlanOvertaken extends Error {
  override readonly name = 'PlanOvertaken';
}

/** The outcome of an order. */
export interface CommandRun {
  result: CommandResult;
  /** The invoice's state afterwards; null when it has to be looked up. */
  invoiceState: InvoiceState | null;
}

/** Plans the invoice's resume for the day in the order, if it has one. */
export async function planResume(
  context: Context,
  { resumePlans }: StoreParts,
  { invoice, note: { until } }: CommandOrder,
  { commandId, state }: { commandId: string; state: 'planned' | 'waiting' },
): Promise<void> {
  if (until === undefined) return;
  const nextAttemptAt = startOfSwedishDay(until);
  await resumePlans.put(context.database, { ...invoice, commandId, until, state, nextAttemptAt });
}

/** The order as it is written down before it is sent. */
export function toRecord(context: Context, order: CommandOrder): CommandRecord {
  const { by, origin, invoice, command, note } = order;
  return {
    id: order.id ?? context.newId(),
    limeId: invoice.limeId,
    actionPublicId: invoice.actionPublicId,
    command,
    requestedBy: by,
    origin,
    until: note.until ?? null,
    reason: note.reason ?? null,
    comment: note.comment || null,
    commentSent: null,
    state: 'requested',
    requestedAt: instant(context),
    finishedAt: null,
    outcome: null,
  };
}
