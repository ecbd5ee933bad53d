import { createMiddleware } from 'hono/factory';
import { requireAdministrator } from '../../../services/shared/authentication.ts';
import type { Env } from '../../env.ts';

/** Admits only callers whom Lime shows to be administrators. */
export const administratorsOnly = createMiddleware<Env>(async (c, next) => {
  await requireAdministrator(c.var.caller);
  await next();
});
