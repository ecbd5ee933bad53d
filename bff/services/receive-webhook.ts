import { hash } from 'node:crypto';
import type { EventState } from '../contract/sync-events.ts';
import { type Context, instant } from './context.ts';
import type { WebhookLabel } from './ports/billecta.ts';

/** A webhook's body as it came, as text, and parsed; and what the request said besides, but for secrets. */
export interface Webhook {
  headers: Record<string, string>;
  bytes: Buffer;
  text: string;
  event: Record<string, unknown>;
}

/**
 * Puts a webhook on disk. Resolves only when it is there, so that Billecta may forget it.
 * @returns the id under which it is stored, and whether it was there already
 * @throws Fault `storage-unavailable` when it cannot be stored now; Billecta must send it again
 */
export function receiveWebhook(
  context: Context,
  { headers, bytes, text, event }: Webhook,
): Promise<{ id: string; event: string | null; duplicate: boolean }> {
  const label = context.billecta.labelWebhook(event);
  const receivedAt = instant(context);
  // Not awaited, since that would hold the body, as it came and parsed, for as long as the disk takes.
  return context.store.intake
    .append(context.database, {
      deliveryId: label.deliveryId,
      event: label.event,
      subject: label.subject,
      creditor: label.creditor,
      bodyHash: label.deliveryId === null ? hash('sha256', bytes) : '',
      headers: JSON.stringify(headers),
      body: text,
      state: firstState[label.kind],
      receivedAt,
    })
    .then(({ id, duplicate }) => {
      if (duplicate) context.counter.count('duplicate', receivedAt);
      else context.counter.received(label, receivedAt);
      if (!duplicate && label.kind === 'supported') context.wake('events');
      return { id: String(id), event: label.event, duplicate };
    });
}

const firstState: Record<WebhookLabel['kind'], EventState> = {
  supported: 'pending',
  unsupported: 'ignored',
  unreadable: 'unreadable',
};
