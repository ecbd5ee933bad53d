import { Hono } from 'hono';
import type { SetupFound } from '../../services/admin/checks/setup-watch.ts';
import type { AppDeps, Env } from '../env.ts';

/** The verdicts on the set-up, without any other findings, since any caller may ask. */
const toSetup = ({ at, checks, faults }: SetupFound) => ({
  at,
  checks: Object.fromEntries(checks.map(({ id, state }) => [id, state])),
  faults,
});

/** For the operator: is the process alive, can it serve, and its metrics. */
export const healthRoute = ({
  notReady,
  stopping,
  metrics,
  setup,
}: Pick<AppDeps, 'notReady' | 'stopping' | 'metrics' | 'setup'>) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/metrics', async (c) => {
      const { body, contentType } = await metrics();
      return c.body(body, 200, { 'content-type': contentType });
    })
    .get('/readyz', async (c) => {
      if (stopping.aborted) return c.json({ status: 'stopping' }, 503);
      const obstacle = await notReady();
      const status = obstacle ?? 'ready';
      const verbose = c.req.query('verbose') === undefined ? null : await setup().catch(() => null);
      return c.json({ status, ...(verbose && { setup: toSetup(verbose) }) }, obstacle === null ? 200 : 503);
    });
