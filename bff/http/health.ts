import { Hono } from 'hono';
import type { AppDeps, Env } from './env.ts';

/** For the operator: is the process alive, can it serve, and what has it counted. */
export const healthRoute = ({
  notReady,
  stopping,
  metrics,
}: Pick<AppDeps, 'notReady' | 'stopping' | 'metrics'>) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/metrics', async (c) => {
      const { body, contentType } = await metrics();
      return c.body(body, 200, { 'content-type': contentType });
    })
    .get('/readyz', async (c) => {
      if (stopping.aborted) return c.json({ status: 'stopping' }, 503);
      const obstacle = await notReady();
      return obstacle === null ? c.json({ status: 'ready' }) : c.json({ status: obstacle }, 503);
    });
