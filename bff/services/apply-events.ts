import { retryDelay } from '../domain/retry-schedule.ts';
import { causeOf } from './cause.ts';
import { type Context, instant, instantIn } from './context.ts';
import { type Effect, effectOf, invoiceOf } from './event-effect.ts';
import {
  type EventOutcome,
  type InvoiceRecord,
  LeaseLost,
  type StoredEvent,
  type WebhookContent,
} from './ports.ts';
import { readEvent } from './read-event.ts';

/**
 * Applies leased events, each about another subject, in one transaction: invoice statuses and the events' outcomes
 * stand or fall together. When they fall together, each is applied by itself, so that a poisoned one harms no other.
 *
 * @returns the invoices whose status has changed
 * @throws Fault `storage-unavailable`, {@link LeaseLost}; then the events are due again when the lease is over
 */
export async function applyEvents(
  context: Context,
  events: readonly StoredEvent[],
  token: string,
): Promise<InvoiceRecord[]> {
  const started = context.now().getTime();
  try {
    return await applyTogether(context, events, token);
  } catch (error) {
    if (error instanceof LeaseLost || causeOf(error) !== 'bug') throw error;
    const [only, ...others] = events;
    if (only && others.length === 0) return fail(context, only, token, error, started);
    const changed: InvoiceRecord[] = [];
    for (const event of events) changed.push(...(await applyEvents(context, [event], token)));
    return changed;
  }
}

function applyTogether(
  context: Context,
  events: readonly StoredEvent[],
  token: string,
): Promise<InvoiceRecord[]> {
  const { database } = context;
  const read = events.map((event) => ({ event, content: readEvent(context, event) }));
  return context.store.transaction(async ({ invoices, inbox }) => {
    const records = await invoices.take(
      database,
      read.flatMap(({ content }) => invoiceOf(content) ?? []),
    );
    const recordOf = new Map(records.map((record) => [record.actionPublicId, record]));
    const held = (content: WebhookContent) => recordOf.get(invoiceOf(content) ?? '')?.held ?? null;
    const effects = read.map(({ event, content }) => ({ event, effect: effectOf(content, held(content)) }));

    const now = instant(context);
    const toHold = effects.flatMap(({ effect }) => effect.hold ?? []);
    const toRead = effects.flatMap(({ effect }) => effect.read ?? []);
    await invoices.hold(
      database,
      toHold.map((invoice) => ({ invoice, asOf: now, source: 'webhook' as const })),
      null,
    );
    await invoices.wantRead(database, toRead, now);
    await inbox.settle(
      token,
      effects.map(({ event, effect }) => settled(event, effect)),
      now,
    );
    return toHold.flatMap(({ actionPublicId }) => recordOf.get(actionPublicId) ?? []);
  });
}

const settled = ({ id }: StoredEvent, { state, words }: Effect): EventOutcome => ({
  kind: 'settled',
  id,
  state,
  words,
});

async function fail(
  context: Context,
  event: StoredEvent,
  token: string,
  error: unknown,
  started: number,
): Promise<InvoiceRecord[]> {
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
  await context.store.inbox.settle(token, [outcome], instant(context));
  return [];
}
