import { type Context, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { logRejected } from './receiver-log.ts';

/** The request's headers except secrets, and its body, which is given away. */
export interface Webhook {
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/**
 * Puts a webhook on disk. Resolves only when it is there, so that Billecta need not send it again.
 *
 * @returns the id under which it is stored
 * @throws Fault `not-json` or `invalid-request` when it is no webhook, `storage-unavailable` when it cannot be stored
 *   now; Billecta must send it again
 */
export async function receiveWebhook(context: Context, { headers, bytes }: Webhook): Promise<string> {
  const receivedAt = instant(context);
  const { database } = context;
  const delivery = { database, headers: JSON.stringify(headers), bytes, receivedAt };
  const result = await context.store.intake.accept(delivery);
  if (result.kind === 'refused') {
    logRejected(context, { reason: result.reason, headers, body: result.head });
    throw new Fault(result.reason, result.why);
  }
  if (result.duplicate) context.counter.count('duplicate', receivedAt);
  else context.counter.received(result, receivedAt);
  if (!result.duplicate && result.state === 'pending') context.wake('events');
  return String(result.id);
}
