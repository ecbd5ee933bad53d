import { setImmediate } from 'node:timers/promises';

/** Lets others have their turn: what SQLite does holds the event loop while it does it. */
export const breathe = (): Promise<void> => setImmediate();
