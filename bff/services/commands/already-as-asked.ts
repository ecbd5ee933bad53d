import { unchangedOutcomes } from '../../domain/command.ts';
import { publishInvoice } from '../invoices/present-invoice.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import { type Context, instant } from '../shared/context.ts';
import { type CommandOrder, type CommandRun, planResume, toRecord } from './command-order.ts';
import { passComment } from './pass-comment.ts';

/**
 * Ends an order whose invoice already is as asked. Sends no command, but stores the comment (not that of a task, which is
 * about other invoices), and changes the end of a
 * pause where the order asks for that: the service keeps that end, not Billecta.
 *
 * @returns null while another process runs a command on the invoice: it may be resuming it
 */
export async function alreadyAsAsked(
  context: Context,
  order: CommandOrder,
  invoiceState: InvoiceState,
  signal: AbortSignal,
): Promise<CommandRun | null> {
  const { database, store } = context;
  const { command: name, note, invoice } = order;
  const endChanged = changesEnd(order, invoiceState);
  const result = {
    id: null,
    name,
    state: 'confirmed',
    changed: false,
    endChanged,
    commentSent: null,
    lifted: null,
  } as const;
  if (!endChanged && (order.isOfTask || (!note.reason && !note.comment))) return { result, invoiceState };
  const now = instant(context);
  const until = (endChanged && note.until) || null;
  const command = { ...toRecord(context, order), until };
  const isKept = await store.transaction(async (parts) => {
    if (!(await parts.commands.add(database, command))) return false;
    await parts.commands.finish(database, command.id, {
      state: 'confirmed',
      at: now,
      outcome: unchangedOutcomes[endChanged ? 'end-changed' : 'none'],
    });
    if (!endChanged) return true;
    if (until !== null) await planResume(context, parts, order, { commandId: command.id, state: 'waiting' });
    else
      for (const plan of await parts.resumePlans.findByInvoices(database, [invoice.actionPublicId]))
        await parts.resumePlans.end(database, plan, 'removed', now);
    return true;
  });
  if (!isKept) return null;
  await publishInvoice(context, invoice.actionPublicId);
  const commentSent = await passComment(context, command, note, signal);
  return { result: { ...result, id: command.id, commentSent }, invoiceState: null };
}

function changesEnd({ command, note }: CommandOrder, { plan }: InvoiceState): boolean {
  if (command !== 'pause' || !note.changeEnd) return false;
  const until = plan && plan.state !== 'ended' ? plan.until : null;
  return until !== (note.until ?? null);
}
