import type { CommandResult } from '../contract/command.ts';
import type { InvoiceStatusAfterCommand, NotAllowedReason } from '../contract/invoice-status.ts';
import { type Decision, decide } from '../domain/command-rules.ts';
import type { Command } from '../domain/invoice.ts';
import { type CallerContext, instant } from './context.ts';
import { Fault } from './fault.ts';
import { isFresh } from './freshness.ts';
import { openForCommand, type SyncedInvoice } from './open-invoice.ts';
import { presentInvoice, publishInvoice } from './present-invoice.ts';
import { readInvoice } from './read-invoice.ts';
import { sendCommand } from './send-command.ts';

export interface CommandNote {
  reason?: string | undefined;
  comment?: string | undefined;
}

/** Runs a command on the invoice with this Lime id, and tells what is true in Billecta afterwards. */
export type InvoiceCommand = (
  context: CallerContext,
  limeId: number,
  note: CommandNote,
) => Promise<InvoiceStatusAfterCommand>;

/**
 * What the four commands share: who may, one at a time, judged by Billecta's own flags, written down, sent once,
 * read back.
 *
 * @throws Fault `not-synced`; `not-allowed` with its reason; `billecta-refused` with Billecta's words; another
 *   `billecta-…` when Billecta could not be asked or its answer was lost; as Lime answers the caller
 */
export function invoiceCommand(command: Command): InvoiceCommand {
  return async (context, limeId, note) => {
    const signal = context.deadline();
    const invoice = await openForCommand(context, limeId, signal);
    const lock = `${context.database}/${invoice.actionPublicId}`;
    const result = await context.locks.run(lock, async () => {
      if (signal.aborted) throw busy(limeId);
      const decision = await judge(context, invoice, command, signal);
      if (decision.kind === 'no') throw notAllowed(limeId, command, decision.reason);
      if (decision.kind === 'already') return unchanged(command);
      return changed(context, invoice, command, note, signal);
    });
    return { ...(await presentInvoice(context, invoice)), command: result };
  };
}

/** Judges by what we hold while that is fresh; but only a read may tell somebody that there is nothing to do. */
async function judge(
  context: CallerContext,
  { actionPublicId }: SyncedInvoice,
  command: Command,
  signal: AbortSignal,
): Promise<Decision> {
  const { database, store } = context;
  const record = await store.invoices.get(database, actionPublicId);
  const unsettled = await store.commands.unsettled(database, [actionPublicId]);
  if (record?.held && unsettled.length === 0 && isFresh(record, context.now())) {
    const decision = decide(record.held.invoice, command);
    if (decision.kind === 'go') return decision;
  }
  const invoice = await readInvoice(context, actionPublicId, signal, 'verified');
  return decide(invoice, command);
}

async function changed(
  context: CallerContext,
  invoice: SyncedInvoice,
  command: Command,
  note: CommandNote,
  signal: AbortSignal,
): Promise<CommandResult> {
  const id = context.newId();
  await context.store.commands.add(context.database, {
    id,
    limeId: invoice.limeId,
    actionPublicId: invoice.actionPublicId,
    command,
    requestedBy: context.caller,
    reason: note.reason ?? null,
    comment: note.comment ?? null,
    state: 'requested',
    requestedAt: instant(context),
    finishedAt: null,
    outcome: null,
  });
  await publishInvoice(context, invoice.actionPublicId);
  const state = await sendCommand(context, { id, command, invoice }, signal);
  return { id, name: command, state, changed: true };
}

const unchanged = (name: Command): CommandResult => ({ id: null, name, state: 'confirmed', changed: false });

const busy = (limeId: number) =>
  new Fault(
    'billecta-timeout',
    `Another command on invoice ${limeId} took too long. Nothing was sent. Try again.`,
  );

function notAllowed(limeId: number, command: Command, reason: NotAllowedReason): Fault {
  return new Fault('not-allowed', `Invoice ${limeId} does not take ${command} now: ${reason}.`, { reason });
}
