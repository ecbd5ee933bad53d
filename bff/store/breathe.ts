import { setImmediate } from 'node:timers/promises';

/** Yields to the event loop: SQLite's calls block it. */
export const breathe = (): Promise<void> => setImmediate();
