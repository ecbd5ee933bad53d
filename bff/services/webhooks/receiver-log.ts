import type { RejectedRequest } from '../ports/store/receiver-log.ts';
import { type Context, instant } from '../shared/context.ts';

const bodyKept = 4 * 1024;

/** Logs a request that the receiver rejected. No caller waits for it, and its failure is only logged. */
export function logRejected(context: Context, request: Omit<RejectedRequest, 'at'>): void {
  const line = { ...request, at: instant(context), body: request.body.slice(0, bodyKept) };
  context.store.receiverLog.rejected(context.database, line).catch(logFailure(context));
}

/** Logs the use of a webhook key, so that an administrator sees when an old one can be removed. */
export function logKeyUse(context: Context, name: string): void {
  context.store.receiverLog.keyUsed(context.database, name, context.now()).catch(logFailure(context));
}

const logFailure = (context: Context) => (err: unknown) =>
  context.log.warn({ err }, 'the receiver log cannot be kept');
