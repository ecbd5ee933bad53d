import type { Allowed, InvoiceStatus } from '../../contract/invoice-status.ts';
import { forEachCommand } from '../../domain/command.ts';
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

/**
 * Shows a caller who may not update invoices in Lime that no command is theirs to give. Only what Lime has said already
 * counts, or says when asked for its metadata: nothing is written to find out. A command proves the right again.
 *
 * @returns presents a status to this caller
 */
export async function ownCommands(
  { lime, credential }: CallerContext,
  signal: AbortSignal,
): Promise<(status: InvoiceStatus) => InvoiceStatus> {
  const right = await lime.updateRight(credential, [], signal).catch(unknownIfRefused);
  return right === 'denied' ? withoutCommands : (status) => status;
}

const unknownIfRefused = (error: unknown): 'unproven' => {
  if (error instanceof Fault) return 'unproven';
  throw error;
};

const withoutCommands = (status: InvoiceStatus): InvoiceStatus =>
  status.actionPublicId === null
    ? status
    : { ...status, allowed: forEachCommand((): Allowed => ({ ok: false, reason: 'forbidden' })) };
