import { Hono } from 'hono';
import type { SetupFound } from '../services/panel/setup-watch.ts';
import type { AppDeps, Env } from './env.ts';

/** What is right and wrong with the set-up; nothing of what was found besides, since anybody may ask. */
const toSetup = ({ at, checks, faults }: SetupFound) => ({
  at,
  checks: Object.fromEntries(checks.map(({ id, state }) => [id, state])),
  faults,
});

/** For the operator: is the process alive, can it serve, and what has it counted. */
export const healthRoute = ({
  ready,
  stopping,
  metrics,
  setup,
}: Pick<AppDeps, 'ready' | 'stopping' | 'metrics' | 'setup'>) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/metrics', async (c) => {
      const { body, contentType } = await metrics();
      return c.body(body, 200, { 'content-type': contentType });
    })
    .get('/readyz', async (c) => {
      if (stopping.aborted) return c.json({ status: 'stopping' }, 503);
      try {
        await ready();
        const verbose = c.req.query('verbose') === undefined ? null : await setup();
        return c.json({ status: 'ready', ...(verbose && { setup: toSetup(verbose) }) });
      } catch {
        return c.json({ status: 'the database does not answer' }, 503);
      }
    });
