import type { Timeline } from '../../contract/timeline.ts';
import type { BillectaEvent } from '../ports/billecta.ts';
import type { CallerContext } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { pageOf } from '../shared/page-of.ts';
import { authorizeRead } from './authorize-invoice.ts';
import { refreshInvoice } from './refresh-invoice.ts';
import { toEntries } from './timeline-entries.ts';

/** More than the number of events about one invoice and its debtor. */
const noticesAtMost = 500;

/** More than the number of commands on any invoice. */
const commandsAtMost = 1_000;

/**
 * The history of an invoice, in Billecta and from this service, newest first.
 *
 * @param page.before - `next` of the page before; undefined for the first
 * @throws Fault as Lime answers the caller
 */
export async function getTimeline(
  context: CallerContext,
  limeId: number,
  page: { before?: string | undefined; limit: number },
): Promise<Timeline> {
  const signal = context.deadline();
  const { actionPublicId } = await authorizeRead(context, limeId, signal);
  if (actionPublicId === null) return { entries: [], next: null, billecta: true };
  const { database, store } = context;
  const events = await readEvents(context, actionPublicId, signal);
  const record = await store.invoices.get(database, actionPublicId);
  const subjects = [
    actionPublicId,
    ...(record?.snapshot?.invoice.debtorPublicId ? [record.snapshot.invoice.debtorPublicId] : []),
  ];
  const [commands, plans, notices] = await Promise.all([
    store.commands.findByInvoice(database, actionPublicId, commandsAtMost),
    store.resumePlans.findByInvoices(database, [actionPublicId]),
    store.notices.findBySubjects(database, subjects, noticesAtMost),
  ]);
  const all = toEntries({ events: events ?? [], commands, plans, notices })
    .filter(({ place }) => page.before === undefined || place < page.before)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const { page: shown, next } = pageOf(all, page.limit, ({ place }) => place);
  return {
    entries: shown.map(({ entry }) => entry),
    next,
    billecta: events !== null,
  };
}

/** Null when Billecta cannot be asked just now. */
async function readEvents(
  context: CallerContext,
  actionPublicId: string,
  signal: AbortSignal,
): Promise<readonly BillectaEvent[] | null> {
  try {
    const purpose = { priority: 'user', source: 'verified' } as const;
    return (await refreshInvoice(context, actionPublicId, { purpose, signal })).events;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return null;
  }
}
