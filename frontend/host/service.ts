import type { LimeWebComponentPlatform } from './types.ts';

/** A service of the platform; undefined where it has none, as Lime's applications and versions differ (docs/facts/lime.md 3.1). */
export const serviceOf = <T>(platform: LimeWebComponentPlatform, name: string): T | undefined =>
  platform.has(name) ? (platform.get(name) as T) : undefined;
