import { createMiddleware } from 'hono/factory';
import { requireAdministrator } from '../../services/administration.ts';
import type { Env } from '../env.ts';

/** Whom Lime does not let read the integration monitor is answered as Lime answers. */
export const administratorsOnly = createMiddleware<Env>(async (c, next) => {
  await requireAdministrator(c.var.caller);
  await next();
});
