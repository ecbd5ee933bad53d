import type { Context as HonoContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../services/shared/fault.ts';
import type { AppDeps, Env, Tenant } from '../env.ts';

/** Finds the Lime database that the URL names. */
export const findTenant = (deps: Pick<AppDeps, 'tenants'>) =>
  createMiddleware<Env>(async (c, next) => {
    resolveTenant(deps, c);
    c.header('Cache-Control', 'no-store');
    await next();
  });

/** @throws Fault `not-found` when there is no such Lime database */
export function resolveTenant({ tenants }: Pick<AppDeps, 'tenants'>, c: HonoContext<Env>): Tenant {
  const tenant = tenants.get(c.req.param('database') ?? '');
  if (!tenant) throw new Fault('not-found', 'There is nothing here.');
  c.set('tenant', tenant);
  return tenant;
}
