import type { Context as HonoContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../services/shared/fault.ts';
import type { AppDeps, Env } from '../env.ts';

/** Gives every request an id, and writes one line when it has been answered. */
export const logRequests = ({ log }: Pick<AppDeps, 'log'>) =>
  createMiddleware<Env>(async (c, next) => {
    const finish = beginRequest(c, log);
    c.header('X-Request-Id', c.var.requestId);
    await next();
    finish(c.res.status);
  });

/**
 * Gives a request its id.
 *
 * @returns writes the line about it: neither credentials nor bodies
 */
export function beginRequest(c: HonoContext<Env>, log: AppDeps['log']): (status: number) => void {
  const requestId = crypto.randomUUID();
  const started = performance.now();
  c.set('requestId', requestId);
  return (status) => {
    const fault = c.get('fault');
    const line = {
      requestId,
      database: c.get('tenant')?.context.database,
      caller: c.get('caller')?.caller,
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(performance.now() - started),
      ...(fault instanceof Fault && { code: fault.code, detail: fault.message }),
    };
    if (fault !== undefined && !(fault instanceof Fault))
      log.error({ ...line, err: fault }, 'request failed');
    else if (status >= 500) log.warn(line, 'request failed');
    else log.info(line, 'request');
  };
}
