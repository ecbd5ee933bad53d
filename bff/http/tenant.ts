import { createMiddleware } from 'hono/factory';
import { Fault } from '../services/fault.ts';
import type { AppDeps, Env } from './env.ts';

/** Finds the Lime database that the URL names. */
export const findTenant = ({ tenants }: Pick<AppDeps, 'tenants'>) =>
  createMiddleware<Env>(async (c, next) => {
    const tenant = tenants.get(c.req.param('database') ?? '');
    if (!tenant) throw new Fault('not-found', 'There is nothing here.');
    c.set('tenant', tenant);
    c.header('Cache-Control', 'no-store');
    await next();
  });
