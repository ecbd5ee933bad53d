import { setTimeout } from 'node:timers/promises';
import type { Timer } from '../services/ports/timer.ts';

/** Waits as long as it is told. */
export const realTimer: Timer = {
  sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }).catch(() => undefined),
};
