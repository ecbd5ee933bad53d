import type { Context } from './context.ts';
import { Fault } from './fault.ts';

/** Keeps something beside an answer: the answer is given, and right, although the database cannot take the note now. */
export async function sideNote({ log }: Pick<Context, 'log'>, what: string, keep: () => Promise<void>) {
  try {
    await keep();
  } catch (err) {
    if (!(err instanceof Fault && err.code === 'storage-unavailable')) throw err;
    log.warn({ err, what }, 'not noted, as the database cannot take it now');
  }
}
