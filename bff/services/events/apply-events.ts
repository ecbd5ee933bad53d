import { retryDelay } from '../../domain/retry-schedule.ts';
import { endResumePlans } from '../invoices/end-resume-plans.ts';
import { LeaseLost } from '../ports/lease.ts';
import type { EventOutcome, StoredEvent } from '../ports/store/inbox.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import { causeOf } from '../shared/cause.ts';
import { type Context, instant, instantIn, type Log } from '../shared/context.ts';
import type { EventCounter } from '../shared/event-counter.ts';
import type { ApplyStore } from './apply-store.ts';
import { invoiceOf } from './event-effect.ts';
import { foldEvents } from './fold-events.ts';
import { parseEvent } from './parse-event.ts';

/** What applying events needs, for a run and a dry run. */
export interface ApplyContext extends Pick<Context, 'database' | 'now' | 'random' | 'parseWebhook'> {
  store: ApplyStore;
  counter: Pick<EventCounter, 'completed'>;
  log: Pick<Log, 'error'>;
}

/**
 * Applies leased events in their order, in one transaction: invoice statuses and the events' outcomes are stored
 * together or not at all. When the transaction fails, applies each event alone, so that a poisoned one harms no other
 * subject.
 *
 * @returns the invoices whose status has changed
 * @throws Fault `storage-unavailable`, {@link LeaseLost}; then the events are due again when the lease is over
 */
export async function applyEvents(
  context: ApplyContext,
  events: readonly StoredEvent[],
  token: string,
): Promise<InvoiceRecord[]> {
  try {
    return await applyTogether(context, events, token);
  } catch (error) {
    if (!isOurs(error)) throw error;
    return applyEach(context, events, token);
  }
}

const isOurs = (error: unknown) => !(error instanceof LeaseLost) && causeOf(error) === 'bug';

async function applyEach(
  context: ApplyContext,
  events: readonly StoredEvent[],
  token: string,
): Promise<InvoiceRecord[]> {
  const changed: InvoiceRecord[] = [];
  const failed = new Set<string | null>();
  for (const event of events) {
    const started = context.now().getTime();
    if (event.subject !== null && failed.has(event.subject)) {
      await context.store.inbox.complete(token, [{ kind: 'returned', id: event.id }], instant(context));
      continue;
    }
    try {
      changed.push(...(await applyTogether(context, [event], token)));
    } catch (error) {
      if (!isOurs(error)) throw error;
      await fail(context, event, { token, error, started });
      failed.add(event.subject);
    }
  }
  return changed;
}

async function applyTogether(
  context: ApplyContext,
  events: readonly StoredEvent[],
  token: string,
): Promise<InvoiceRecord[]> {
  const { database } = context;
  const read = events.map((event) => ({ event, content: parseEvent(context, event) }));
  let counted: { outcomes: readonly EventOutcome[]; at: string } | undefined;
  const changed = await context.store.transaction(
    async ({ invoices, commands, resumePlans, inbox, limeWrites, debtorReads, notices }) => {
      const records = await invoices.lockOrCreate(
        database,
        read.flatMap(({ content }) => invoiceOf(content) ?? []),
      );
      const now = instant(context);
      const folded = foldEvents(read, records, now);
      const { stored, notes } = folded;
      await invoices.saveSnapshots(database, [...stored.values()], now);
      await invoices.saveNotes(database, notes);
      await invoices.setUnread(database, folded.unread);
      await notices.add(database, folded.notices);
      await invoices.enqueueRead(database, folded.toRead, now);
      await debtorReads.enqueue(database, folded.debtors, now);
      await limeWrites.enqueueInvoices(database, folded.changed, now);
      await limeWrites.enqueue(database, folded.writes, now);
      const planned = await resumePlans.findByInvoices(database, [...stored.keys()]);
      await endResumePlans(
        context,
        { resumePlans: resumePlans, commands },
        planned,
        [...stored.values()].map(({ invoice }) => invoice),
      );
      await inbox.complete(token, folded.outcomes, now);
      counted = { outcomes: folded.outcomes, at: now };
      return records.filter(({ actionPublicId }) => stored.has(actionPublicId) || notes.has(actionPublicId));
    },
    { durability: 'relaxed' },
  );
  if (counted) context.counter.completed(events, counted.outcomes, counted.at);
  return changed;
}

async function fail(
  context: ApplyContext,
  event: StoredEvent,
  { token, error, started }: { token: string; error: unknown; started: number },
): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const attempts = event.attempts + 1;
  const delay = retryDelay(attempts, context.random());
  const outcome: EventOutcome = {
    kind: 'failed',
    id: event.id,
    cause: causeOf(error),
    message,
    ms: context.now().getTime() - started,
    attempts,
    retryAt: delay === undefined ? null : instantIn(context, delay),
  };
  context.log.error({ event: event.id, name: event.event, attempts, err: error }, 'event not applied');
  const at = instant(context);
  await context.store.inbox.complete(token, [outcome], at);
  context.counter.completed([event], [outcome], at);
}
