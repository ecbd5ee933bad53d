import type { LimeWebComponentPlatform } from './types.ts';

const waiting = new Set<(platform: LimeWebComponentPlatform) => void>();
let known: LimeWebComponentPlatform | undefined;

/** The loader sets which platform the page has; table cells get none of their own. */
export function rememberPlatform(platform: LimeWebComponentPlatform): void {
  known = platform;
  for (const resolve of waiting) resolve(platform);
  waiting.clear();
}

/** Calls back with the page's platform, at once or when the loader has it. Returns how to stop waiting. */
export function whenPlatformKnown(callback: (platform: LimeWebComponentPlatform) => void): () => void {
  if (known) callback(known);
  else waiting.add(callback);
  return () => waiting.delete(callback);
}
