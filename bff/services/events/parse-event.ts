import type { WebhookContent } from '../ports/billecta.ts';
import type { StoredEvent } from '../ports/store/inbox.ts';
import type { Context } from '../shared/context.ts';

/** The content of a stored event; an event whose body has been pruned has none any more. */
export function parseEvent(
  { parseWebhook }: Pick<Context, 'parseWebhook'>,
  { body }: StoredEvent,
): WebhookContent {
  if (body === null) return { kind: 'unreadable', why: 'Its body is no longer kept.' };
  return parseWebhook(JSON.parse(body) as Record<string, unknown>);
}
