import { publishInvoice } from '../invoices/present-invoice.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { applyEvents } from './apply-events.ts';

/** Events in one transaction: enough to share its cost, few enough not to delay other users of the database. */
const batch = 100;

/** Duration of a lease, ms; after that, another process leases the events of one that died. */
const lease = 10_000;

/**
 * Leases the events that are due and applies them.
 *
 * @returns whether there is more; `soon` when more may come, or depend on the events just applied; `rest` while
 *   processing is paused
 */
export async function applyDueEvents(context: Context): Promise<boolean | 'soon' | 'rest'> {
  const { database, store } = context;
  if (await store.processing.paused(database)) return 'rest';
  const token = context.newId();
  const until = instantIn(context, lease);
  const events = await store.inbox.lease(database, instant(context), { token, until }, batch);
  if (events.length === 0) return false;
  for (const { limeId, actionPublicId } of await applyEvents(context, events, token)) {
    if (context.live.watchedIds(database, actionPublicId, limeId).length > 0)
      await publishInvoice(context, actionPublicId);
  }
  context.wake('reads', 'debtors', 'writes');
  return events.length === batch || 'soon';
}

/**
 * The same, for one who helps: goes on only while there is much to do, since several who do little hinder each other.
 */
export async function applyWhileBusy(context: Context): Promise<boolean | 'rest'> {
  const more = await applyDueEvents(context);
  return more === 'soon' ? false : more;
}
