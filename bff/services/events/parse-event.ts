import type { WebhookContent } from '../ports/billecta.ts';
import type { StoredEvent } from '../ports/store/inbox.ts';
import type { Context } from '../shared/context.ts';

/** What a stored event says; one whose body has been pruned says nothing any more. */
export function parseEvent(
  { parseWebhook }: Pick<Context, 'parseWebhook'>,
  { body }: StoredEvent,
): WebhookContent {
  if (body === null) return { kind: 'unreadable', why: 'Its body is no longer kept.' };
  return parseWebhook(JSON.parse(body) as Record<string, unknown>);
}
