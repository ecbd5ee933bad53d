import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './endpoint.ts';
import { problem } from './problem.ts';

/** A PUT or POST must say how long its body is, also when it has none (facts 3.1). */
export const lengthRequired: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const hasBody = ['PUT', 'POST'].includes(c.req.method);
  const says =
    c.req.header('content-length') !== undefined || c.req.header('transfer-encoding') !== undefined;
  if (hasBody && !says) return problem(c, 411, 'Content-Length saknas');
  return next();
};
