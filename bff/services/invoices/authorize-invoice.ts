import type { LimeInvoice } from '../ports/lime.ts';
import { bestEffort } from '../shared/best-effort.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { requireUpdateRight } from './update-right.ts';

/** An invoice that is synced to Billecta. */
export interface SyncedInvoice extends LimeInvoice {
  actionPublicId: string;
}

/**
 * Opens an invoice for reading: Lime must let the caller read it.
 *
 * @throws Fault `unauthenticated`, `forbidden` or `not-found`, as Lime answers the caller
 */
export async function authorizeRead(
  context: CallerContext,
  limeId: number,
  signal: AbortSignal,
): Promise<LimeInvoice> {
  const invoice = await context.lime.readInvoice(context.credential, limeId, signal);
  await rememberLink(context, [invoice]);
  return invoice;
}

/**
 * Opens an invoice for a command: it must be proven that the caller may update invoices, and it must be synced. Which
 * Lime invoice it is, is noted when it is presented.
 *
 * @throws Fault as {@link authorizeRead} and {@link requireUpdateRight}, and `not-synced`
 */
export async function authorizeCommand(
  context: CallerContext,
  limeId: number,
  signal: AbortSignal,
): Promise<SyncedInvoice> {
  const invoice = await context.lime.readInvoice(context.credential, limeId, signal);
  await requireUpdateRight(context, [invoice], signal);
  const { actionPublicId } = invoice;
  if (actionPublicId === null) {
    throw new Fault(
      'not-synced',
      `Invoice ${limeId} is not synced to Billecta yet. Sync it, then try again.`,
    );
  }
  return { limeId, actionPublicId };
}

/** Opens the ones of several invoices that the caller may read. */
export async function authorizeReads(
  context: CallerContext,
  limeIds: readonly number[],
  signal: AbortSignal,
): Promise<LimeInvoice[]> {
  const found = await context.lime.readInvoices(context.credential, limeIds, signal);
  await rememberLink(context, found);
  const byId = new Map(found.map((invoice) => [invoice.limeId, invoice]));
  return limeIds.flatMap((limeId) => byId.get(limeId) ?? []);
}

/**
 * Stores which Lime invoices these are, if the database accepts it now. Where another one has the same ActionPublicId,
 * as of a copied record, asks Lime for all of them; the one with the lowest id is written, and pages that show the
 * others are notified too.
 */
export async function rememberLink(context: CallerContext, invoices: readonly LimeInvoice[]): Promise<void> {
  const synced = new Map(
    invoices.flatMap(({ limeId, actionPublicId }) => (actionPublicId ? [[actionPublicId, limeId]] : [])),
  );
  const known = await context.store.invoices.limeIds(context.database, [...synced.keys()]);
  const twins: string[] = [];
  for (const [actionPublicId, limeId] of known) {
    const opened = synced.get(actionPublicId);
    if (limeId === null || opened === undefined) continue;
    synced.delete(actionPublicId);
    if (opened === limeId) continue;
    twins.push(actionPublicId);
    context.live.alsoKnownAs(context.database, actionPublicId, opened);
  }
  if (synced.size + twins.length === 0) return;
  const link = () =>
    context.store.transaction(async ({ invoices: store, limeWrites }) => {
      await limeWrites.enqueueInvoices(context.database, twins, instant(context));
      for (const [actionPublicId, limeId] of synced) {
        await store.link(context.database, actionPublicId, limeId);
        const target = { kind: 'invoice', billectaId: actionPublicId } as const;
        await limeWrites.appeared(context.database, target, instant(context));
      }
    });
  await bestEffort(context, 'which Lime invoices these are', link);
}
