import { type Context, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { logRejected } from './receiver-log.ts';

/** The request's headers except secrets, and its body, which is given away. */
export interface Webhook {
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/**
 * Puts a webhook on disk. Resolves only when it is there, so that Billecta may forget it.
 *
 * @returns the id under which it is stored
 * @throws Fault `not-json` or `invalid-request` when it is no webhook, `storage-unavailable` when it cannot be stored
 *   now; Billecta must send it again
 */
export async function receiveWebhook(context: Context, { headers, bytes }: Webhook): Promise<string> {
  const receivedAt = instant(context);
  const { database } = context;
  const delivery = { database, headers: JSON.stringify(headers), bytes, receivedAt };
  const taken = await context.store.intake.accept(delivery);
  if (taken.kind === 'refused') {
    logRejected(context, { reason: taken.reason, headers, body: taken.head });
    throw new Fault(taken.reason, taken.why);
  }
  if (taken.duplicate) context.counter.count('duplicate', receivedAt);
  else context.counter.received(taken, receivedAt);
  if (!taken.duplicate && taken.state === 'pending') context.wake('events');
  return String(taken.id);
}
