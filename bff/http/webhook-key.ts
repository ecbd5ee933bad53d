import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebhookKey } from './env.ts';

/** The key that was given, compared with every one, each in constant time, so that the time taken tells nothing. */
export function findKey(keys: readonly WebhookKey[], given: string): WebhookKey | undefined {
  const hash = createHash('sha256').update(given).digest();
  return keys.filter((key) => timingSafeEqual(key.hash, hash))[0];
}
