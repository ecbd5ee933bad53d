import { Fault } from '../services/fault.ts';

/** What Lime said. */
export interface Answer {
  status: number;
  text: string;
  /** With a 429: how long Lime asks us to wait, s; undefined when it does not say. */
  retryAfter: number | undefined;
}

/** How long to wait after a 429 that does not say, s. */
export const defaultWait = 10;

/** What an answer other than 200 means. */
export function faultOfAnswer({ status, retryAfter }: Answer): Fault {
  switch (status) {
    case 400:
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
    case 429:
      return new Fault('lime-rate-limited', 'Lime asks us to wait before calling again.', {
        retryAfter: retryAfter ?? defaultWait,
      });
    default:
      return new Fault('lime-failed', `Lime failed (${status}).`);
  }
}

/** What it means that there was no answer. */
export function faultOfError(cause: unknown): Fault {
  const timedOut = cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name);
  return timedOut
    ? new Fault('lime-timeout', 'Lime did not answer in time.', { cause })
    : new Fault('lime-unreachable', 'Lime cannot be reached.', { cause });
}
