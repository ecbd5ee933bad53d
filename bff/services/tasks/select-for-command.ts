import type { TaskCountInput } from '../../contract/task.ts';
import { rememberLink } from '../invoices/authorize-invoice.ts';
import { requireUpdateRight } from '../invoices/update-right.ts';
import type { InvoiceSelection, Selected } from '../ports/lime.ts';
import type { CallerContext } from '../shared/context.ts';

/**
 * Opens a selection of invoices for a command: Lime must let the caller read each of these, and it must be proven, once
 * for all of them, that the caller may update invoices.
 *
 * @throws Fault `forbidden`, `right-unproven`, `too-many-invoices`, `invalid-request` for a filter that Lime does not
 *   accept, as Lime answers
 */
export async function selectForCommand(
  context: CallerContext,
  selection: InvoiceSelection,
  signal: AbortSignal,
): Promise<Selected> {
  const { lime, credential } = context;
  const selected = await lime.selectInvoices(credential, selection, context.largestTask, signal);
  await requireUpdateRight(context, selected.found, signal);
  await rememberLink(context, selected.found);
  return selected;
}

/** The selection of a request. */
export const selectionOf = ({ invoiceIds, filter, parent }: TaskCountInput): InvoiceSelection =>
  invoiceIds ? { ids: invoiceIds } : { filter: filter ?? null, parent };
