import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import type { Standing } from '../ports/store/invoice-states.ts';
import type { CallerContext } from '../shared/context.ts';
import { rememberLink, type SyncedInvoice } from './authorize-invoice.ts';
import { standingOf } from './present-invoice.ts';
import { presentStatus } from './present-status.ts';

/**
 * The status of an invoice that the caller has opened; which Lime invoice it is, is noted.
 *
 * @param known - how it stands with us, if that need not be looked up
 */
export async function presentOpened(
  context: CallerContext,
  { limeId, actionPublicId }: SyncedInvoice,
  known: Standing | null,
): Promise<InvoiceStatus> {
  const standing = known ?? (await standingOf(context, actionPublicId));
  if (standing.record.limeId !== limeId) await rememberLink(context, [{ limeId, actionPublicId }]);
  return presentStatus(limeId, standing, context.now());
}
