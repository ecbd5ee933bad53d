import type { LimeInvoice } from '../ports/lime.ts';
import type { CallerContext } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/**
 * Admits only callers with a proof that they may update invoices in Lime. Where none of the invoices is synced, nothing
 * can be commanded, and a proof is not needed.
 *
 * @throws Fault `forbidden` when Lime says no, `right-unproven` when nothing says yes; as Lime answers
 */
export async function requireUpdateRight(
  { lime, credential }: CallerContext,
  invoices: readonly LimeInvoice[],
  signal: AbortSignal,
): Promise<void> {
  const synced = invoices.filter(({ actionPublicId }) => actionPublicId !== null);
  switch (await lime.updateRight(credential, synced, signal)) {
    case 'proven':
      return;
    case 'denied':
      throw new Fault('forbidden', 'You may read invoices in Lime, but not change them.');
    case 'unproven':
      if (synced.length === 0) return;
      throw new Fault(
        'right-unproven',
        'Nothing proves that you may change invoices in Lime. An administrator finds out why on the set-up page.',
      );
  }
}
