import { Hono } from 'hono';
import type { AppDeps, Env } from './env.ts';

/** For the operator: is the process alive, and can it serve. */
export const healthRoute = ({ ready, stopping }: Pick<AppDeps, 'ready' | 'stopping'>) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/readyz', async (c) => {
      if (stopping.aborted) return c.json({ status: 'stopping' }, 503);
      try {
        await ready();
        return c.json({ status: 'ready' });
      } catch {
        return c.json({ status: 'the database does not answer' }, 503);
      }
    });
