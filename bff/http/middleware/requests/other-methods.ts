import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import type { Env } from '../../env.ts';
import { endpointOf, isEndpoint } from './endpoint.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Refuses methods that a known path does not have, before the caller is checked: `hono/method-not-allowed` only checks
 * afterwards, when Lime may have been called. `HEAD` is refused too: nothing here may be cached, and the live stream
 * without its body would stay open without a reader.
 *
 * @param app - all routes, including those that are added later
 */
export const refuseOtherMethods = (app: Pick<Hono<Env>, 'router'>) =>
  createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'HEAD' && endpointOf(c)) return next();
    const served = methods.filter((method) =>
      app.router.match(method, c.req.path)[0].some(([[, route]]) => isEndpoint(route)),
    );
    if (served.length === 0) return next();
    c.header('Allow', served.join(', '));
    throw new Fault('method-not-allowed', `This takes ${served.join(' and ')}, not ${c.req.method}.`);
  });
