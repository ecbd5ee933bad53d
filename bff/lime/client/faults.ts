import type { Answer } from '../../resilience/connections.ts';
import { defaultWait } from '../../resilience/retry-after.ts';
import { whyUnreachable } from '../../resilience/why-unreachable.ts';
import { Fault } from '../../services/shared/fault.ts';

/**
 * The fault of an answer other than 200. Its body has no known form, and no word of it leaves (docs/facts/lime.md 7).
 */
export function faultOfAnswer({ status, retryAfter }: Answer): Fault {
  switch (status) {
    case 400:
    case 422:
      return new Fault(
        'invalid-request',
        'Lime does not understand what it is asked for, such as this filter.',
      );
    case 401:
      return new Fault(
        'unauthenticated',
        'Lime does not know who is asking. Log in to Lime, or check the x-api-key.',
      );
    case 403:
      return new Fault('forbidden', 'Lime does not allow this.');
    case 404:
      return new Fault('not-found', 'There is no such thing in Lime, or it may not be seen.');
    case 410:
      return new Fault('not-found', 'This has been removed from Lime.');
    case 409:
      return new Fault('lime-refused', 'Lime refuses this as it stands: it may have been changed meanwhile.');
    case 429:
      return new Fault('lime-rate-limited', 'Lime asks us to wait before calling again.', {
        retryAfter: retryAfter ?? defaultWait,
      });
  }
  if (status >= 500) return new Fault('lime-failed', `Lime failed (${status}).`);
  if (status >= 400) return new Fault('lime-refused', `Lime does not take this call (${status}).`);
  if (status >= 300)
    return new Fault(
      'lime-unreadable',
      `Lime sends the call to another address (${status}). Check that LIME_URL is the address of Lime's application.`,
    );
  return new Fault('lime-unreadable', `Lime's answer (${status}) is not the one that was asked for.`);
}

/** The fault of a call without an answer. */
export function faultOfError(cause: unknown): Fault {
  const timedOut = cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name);
  return timedOut
    ? new Fault('lime-timeout', 'Lime did not answer in time.', { cause })
    : new Fault('lime-unreachable', `Lime cannot be reached${whyUnreachable(cause)}.`, { cause });
}
