import { createMiddleware } from 'hono/factory';
import { Fault } from '../services/fault.ts';
import type { AppDeps, Env } from './env.ts';

/** Gives every request an id, and writes one line when it has been answered. Neither credentials nor bodies. */
export const logRequests = ({ log }: Pick<AppDeps, 'log'>) =>
  createMiddleware<Env>(async (c, next) => {
    const requestId = crypto.randomUUID();
    const started = performance.now();
    c.set('requestId', requestId);
    c.header('X-Request-Id', requestId);
    await next();
    const { fault } = c.var;
    const line = {
      requestId,
      database: c.var.tenant?.context.database,
      caller: c.var.caller?.caller,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      ...(fault instanceof Fault && { code: fault.code, detail: fault.message }),
    };
    if (fault !== undefined && !(fault instanceof Fault))
      log.error({ ...line, err: fault }, 'request failed');
    else if (c.res.status >= 500) log.warn(line, 'request failed');
    else log.info(line, 'request');
  });
