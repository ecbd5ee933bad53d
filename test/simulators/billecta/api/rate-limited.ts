import type { MiddlewareHandler } from 'hono';
import type { Candidates } from '../candidates.ts';
import type { ApiEnv } from './endpoint.ts';
import { operationOf } from './endpoint.ts';
import { problem } from './problem.ts';
import { RateLimit } from './rate-limit.ts';

/** Only reading one invoice has a limit that is known (facts 3.2). */
export function rateLimited({ rateLimit, retryAfter }: Candidates): MiddlewareHandler<ApiEnv> {
  const limit = new RateLimit(rateLimit);
  return async (c, next) => {
    if (operationOf(c.var.match) !== 'invoice') return next();
    const taken = limit.take(performance.now());
    if (taken.ok) return next();
    if (retryAfter) c.header('Retry-After', String(Math.ceil(taken.retryAfter / 1000)));
    return problem(c, 429, 'För många anrop');
  };
}
