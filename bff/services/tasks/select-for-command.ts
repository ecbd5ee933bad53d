import type { TaskCountInput } from '../../contract/task.ts';
import type { CallerContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { rememberLink } from '../open-invoice.ts';
import type { InvoiceSelection, Selected } from '../ports/lime.ts';

/**
 * Opens a selection of invoices for a command: Lime must let the caller update invoices, and read each of these.
 *
 * @throws Fault `forbidden`, `too-many-invoices`, `invalid-request` for a filter that Lime does not take, as Lime answers
 */
export async function selectForCommand(
  context: CallerContext,
  selection: InvoiceSelection,
  signal: AbortSignal,
): Promise<Selected> {
  const { lime, credential } = context;
  if (!(await lime.mayUpdateInvoices(credential, signal)))
    throw new Fault('forbidden', 'You may read invoices in Lime, but not change them.');
  const selected = await lime.selectInvoices(credential, selection, context.largestTask, signal);
  await rememberLink(context, selected.found);
  return selected;
}

/** What a request selects. */
export const selectionOf = ({ invoiceIds, filter, parent }: TaskCountInput): InvoiceSelection =>
  invoiceIds ? { ids: invoiceIds } : { filter: filter ?? null, parent };
