import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import { TokenBuckets } from '../../../services/shared/pacing/token-buckets.ts';
import type { AppDeps, Env } from '../../env.ts';

/** More callers than one Lime database has, and a few MB at most. */
const atMost = 10_000;

/**
 * Limits each caller, so that one of them alone cannot use up what Lime and Billecta allow the service. A caller is a
 * credential in a Lime database: the sender controls addresses and forwarded headers.
 */
export const limitCallers = ({ callerRequestsPerMinute }: Pick<AppDeps, 'callerRequestsPerMinute'>) => {
  // A page that opens many invoices at once is served at once; a loop that has run wild is not.
  const limit = { burst: callerRequestsPerMinute / 5, perSecond: callerRequestsPerMinute / 60 };
  const buckets = new TokenBuckets(limit, atMost);
  return createMiddleware<Env>(async (c, next) => {
    const { owner, database } = c.var.caller;
    const charge = (requests: number) => {
      const wait = buckets.take(`${database} ${owner}`, performance.now(), requests);
      if (wait === 0) return;
      throw new Fault(
        'too-many-requests',
        `More than ${callerRequestsPerMinute} requests a minute. Wait a moment.`,
        {
          retryAfter: Math.ceil(wait / 1000),
        },
      );
    };
    charge(1);
    c.set('charge', charge);
    await next();
  });
};
