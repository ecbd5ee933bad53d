import { createMiddleware } from 'hono/factory';
import { requireAdministrator } from '../../../services/shared/authentication.ts';
import type { Env } from '../../env.ts';

/** Lets nobody through whom Lime does not show to be an administrator. */
export const administratorsOnly = createMiddleware<Env>(async (c, next) => {
  await requireAdministrator(c.var.caller);
  await next();
});
