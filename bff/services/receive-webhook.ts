import { createHash } from 'node:crypto';
import { type Context, instant } from './context.ts';
import type { EventState, Webhook } from './ports.ts';

/**
 * Puts a webhook on disk. Resolves only when it is there, so that Billecta may forget it.
 *
 * @param text - the exact body
 * @param body - the same, parsed
 * @returns the id under which it is stored, and whether it was there already
 * @throws Fault `storage-unavailable` when it cannot be stored now; Billecta must send it again
 */
export async function receiveWebhook(
  context: Context,
  text: string,
  body: Record<string, unknown>,
): Promise<{ id: string; event: string | null; duplicate: boolean }> {
  const webhook = context.billecta.readWebhook(body);
  const { id, duplicate } = await context.store.inbox.append(context.database, {
    deliveryId: webhook.deliveryId,
    bodyHash: createHash('sha256').update(text).digest('hex'),
    event: webhook.event,
    subject: webhook.subject,
    body: text,
    state: firstState(webhook),
    receivedAt: instant(context),
  });
  context.wake();
  return { id: String(id), event: webhook.event, duplicate };
}

function firstState(webhook: Webhook): EventState {
  switch (webhook.content.kind) {
    case 'invoice':
    case 'payment':
      return 'pending';
    case 'supported-later':
      return 'waiting';
    case 'unsupported':
      return 'ignored';
    case 'unreadable':
      return 'unreadable';
  }
}
