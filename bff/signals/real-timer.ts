import { setTimeout } from 'node:timers/promises';

/** The timer of background work: waits in real time. */
export const realTimer = {
  sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
    setTimeout(ms, undefined, signal && { signal }).catch(() => undefined),
};
