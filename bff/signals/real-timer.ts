import { setTimeout } from 'node:timers/promises';

/** The background work's timer in earnest: waits as long as it is told. */
export const realTimer = {
  sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
    setTimeout(ms, undefined, signal && { signal }).catch(() => undefined),
};
