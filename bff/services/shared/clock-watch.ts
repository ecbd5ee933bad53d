import { type Context, instant } from './context.ts';

/** A clock that has gained so much less than time has passed was set back, ms. */
const setBackBy = 2_000;

/**
 * Checks whether the clock was set back, at first and on each call: work that is to be done at once must not wait until
 * a time that was stored while the clock was ahead.
 *
 * @param passed - ms since any moment, by a clock that only goes forward
 */
export function clockWatch(context: Context, passed = () => performance.now()): () => Promise<false> {
  /** By how much the clock was beyond the time that had passed, ms. */
  let ahead = Number.POSITIVE_INFINITY;
  return async () => {
    const now = context.now().getTime() - passed();
    if (ahead - now > setBackBy) {
      const found = await context.store.clock.correct(context.database, instant(context));
      if (found > 0) {
        context.log.warn({ found }, 'the clock was set back: what had to wait for it is done now');
        context.wake('reads', 'debtors', 'writes', 'tasks', 'events');
      }
    }
    ahead = now;
    return false;
  };
}
