import type { InvoiceStatus, SeenInput } from '../../contract/invoice-status.ts';
import { unreadMarks, unreadOf } from '../../domain/invoice/unread.ts';
import type { CallerContext } from '../shared/context.ts';
import { authorizeCommand } from './authorize-invoice.ts';
import { presentOpened } from './present-authorized.ts';
import { publishInvoice } from './present-invoice.ts';

/**
 * Marks the debtor's comments or a failed delivery as seen. The mark is for all users, so it takes the right to change
 * the invoice. Whatever has arrived since stays unread.
 *
 * @throws Fault as Lime answers the caller, and `not-synced`
 */
export async function markSeen(
  context: CallerContext,
  limeId: number,
  input: SeenInput,
): Promise<InvoiceStatus> {
  const { database, store } = context;
  const invoice = await authorizeCommand(context, limeId, context.deadline());
  const { actionPublicId } = invoice;
  await store.transaction(async ({ invoices }) => {
    const [record] = await invoices.lockOrCreate(database, [actionPublicId]);
    if (!record?.snapshot) return;
    const seen = { ...record.notes.seen, ...given(input) };
    const notes = { ...record.notes, seen };
    await invoices.saveNotes(database, new Map([[actionPublicId, notes]]));
    const marks = unreadMarks(unreadOf(record.snapshot.invoice, notes));
    await invoices.setUnread(database, new Map([[actionPublicId, marks]]));
  });
  await publishInvoice(context, actionPublicId);
  return presentOpened(context, invoice, null);
}

const given = ({ comment, delivery }: SeenInput) => ({
  ...(comment !== undefined && { comment }),
  ...(delivery !== undefined && { delivery }),
});
