import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import { noNotes } from '../../domain/invoice/invoice-notes.ts';
import type { LimeInvoice } from '../ports/lime.ts';
import type { Standing } from '../ports/store/invoice-states.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import type { Context } from '../shared/context.ts';
import { presentStatus, unsyncedStatus } from './present-status.ts';

/** The statuses of Lime invoices from what is stored, in the order given. Asks nobody. */
export async function presentInvoices(
  context: Context,
  invoices: readonly LimeInvoice[],
): Promise<InvoiceStatus[]> {
  const ids = invoices.flatMap(({ actionPublicId }) => actionPublicId ?? []);
  const standings = await context.store.standings.of(context.database, ids);
  const known = new Map(standings.map((standing) => [standing.record.actionPublicId, standing]));
  return invoices.map(({ limeId, actionPublicId }) => {
    if (actionPublicId === null) return unsyncedStatus(limeId);
    const standing = known.get(actionPublicId) ?? nothing(actionPublicId);
    return presentStatus(limeId, standing, context.now());
  });
}

/** How an invoice stands with us; of one that we have never heard of, too. */
export async function standingOf(context: Context, actionPublicId: string): Promise<Standing> {
  const [known] = await context.store.standings.of(context.database, [actionPublicId]);
  return known ?? nothing(actionPublicId);
}

/** Tells the open pages what is stored about an invoice now. */
export async function publishInvoice(context: Context, actionPublicId: string): Promise<void> {
  if (context.live.isSilent) return;
  const [standing] = await context.store.standings.of(context.database, [actionPublicId]);
  if (standing) publishStanding(context, standing);
}

/** Tells the open pages how an invoice stands. */
export function publishStanding({ live, database, now }: Context, standing: Standing): void {
  const { actionPublicId, limeId } = standing.record;
  for (const id of live.watchedIds(database, actionPublicId, limeId))
    live.publish(database, presentStatus(id, standing, now()));
}

const nothing = (actionPublicId: string): Standing => ({
  record: unheardOf(actionPublicId),
  open: [],
  plan: undefined,
});

/** The record of an invoice that nothing is held of yet. */
export function unheardOf(actionPublicId: string): InvoiceRecord {
  return {
    actionPublicId,
    limeId: null,
    held: null,
    notes: noNotes,
    unread: 0,
    verifiedAt: null,
    readDueAt: null,
    readWantedFrom: null,
    readAttempts: 0,
  };
}
