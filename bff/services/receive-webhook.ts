import { hash } from 'node:crypto';
import { type Context, instant } from './context.ts';
import type { EventState, WebhookLabel } from './ports.ts';

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
  const { kind, ...label } = context.billecta.labelWebhook(body);
  const { id, duplicate } = await context.store.intake.append(context.database, {
    ...label,
    bodyHash: hash('sha256', text),
    body: text,
    state: firstState[kind],
    receivedAt: instant(context),
  });
  if (!duplicate && kind === 'supported') context.wake();
  return { id: String(id), event: label.event, duplicate };
}

const firstState: Record<WebhookLabel['kind'], EventState> = {
  supported: 'pending',
  'supported-later': 'waiting',
  unsupported: 'ignored',
  unreadable: 'unreadable',
};
