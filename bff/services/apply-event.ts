import { retryDelay } from '../domain/retry-schedule.ts';
import { type Context, instant, instantIn } from './context.ts';
import type { EventState, Store, StoredEvent, Webhook } from './ports.ts';
import { publishInvoice } from './present-invoice.ts';
import { recordSnapshot } from './record-snapshot.ts';

/**
 * Applies one stored event: the invoice's status and the event's outcome are stored together or not at all.
 * An event that fails is tried again later, and becomes a dead letter in the end; it never stops the others.
 */
export async function applyEvent(context: Context, event: StoredEvent): Promise<void> {
  const webhook = context.billecta.readWebhook(JSON.parse(event.body));
  try {
    await context.store.transaction(async (store) => {
      const state = await apply(context, store, webhook);
      await store.inbox.settle(event.id, state, null, instant(context));
    });
  } catch (error) {
    await fail(context, event, error);
    return;
  }
  if (webhook.content.kind === 'invoice') {
    await publishInvoice(context, webhook.content.invoice.actionPublicId);
  }
}

async function apply(context: Context, store: Store, { content }: Webhook): Promise<EventState> {
  switch (content.kind) {
    case 'invoice': {
      const stored = await recordSnapshot(
        context,
        store,
        { kind: 'webhook', invoice: content.invoice },
        'webhook',
      );
      return stored ? 'applied' : 'superseded';
    }
    case 'payment':
      await store.invoices.wantRead(context.database, content.actionPublicId, instant(context));
      return 'applied';
    case 'supported-later':
      return 'waiting';
    case 'unsupported':
      return 'ignored';
    case 'unreadable':
      return 'unreadable';
  }
}

async function fail(context: Context, event: StoredEvent, error: unknown): Promise<void> {
  const cause = error instanceof Error ? error.message : String(error);
  const attempts = event.attempts + 1;
  const delay = retryDelay(attempts, context.random());
  context.log.error({ event: event.id, name: event.event, attempts, cause, err: error }, 'event not applied');
  if (delay === undefined) await context.store.inbox.settle(event.id, 'dead', cause, instant(context));
  else await context.store.inbox.retryAt(event.id, attempts, instantIn(context, delay), cause);
}
