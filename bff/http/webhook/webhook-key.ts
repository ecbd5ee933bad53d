import { hash, timingSafeEqual } from 'node:crypto';
import type { WebhookKey } from '../env.ts';

/** The key that was given, compared with every one, each in constant time, so that the duration reveals nothing. */
export function findKey(keys: readonly WebhookKey[], given: string): WebhookKey | undefined {
  const digest = hash('sha256', given, 'buffer');
  return keys.filter((key) => timingSafeEqual(key.hash, digest))[0];
}
