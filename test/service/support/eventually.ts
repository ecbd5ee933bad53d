import { vi } from 'vitest';

/** Waits until `look` passes, however long the machine takes, within the test's own time. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 15_000, interval: 20 });
