import type { Rate } from '../../services/shared/pacing/token-bucket.ts';

/** Calls that Lime in the cloud allows in any five minutes (docs/facts/lime.md 7). */
export const cloudCalls = 3_000;

/** A burst and five minutes of the rest make up the calls that are allowed in any five minutes. */
export function callLimit(inFiveMinutes: number): Rate {
  const burst = Math.max(1, Math.floor(inFiveMinutes / 10));
  return { burst, perSecond: (inFiveMinutes - burst) / 300 };
}

export const cloudLimit = callLimit(cloudCalls);
