import { createRoute } from '@hono/zod-openapi';
import { Checks } from '../../../contract/admin/checks.ts';
import { SyncStatus } from '../../../contract/admin/status.ts';
import { runChecks } from '../../../services/admin/checks/run-checks.ts';
import { getSyncStatus } from '../../../services/admin/status/get-status.ts';
import { json, problem, router } from '../../openapi.ts';

const status = createRoute({
  method: 'get',
  path: '/sync/status',
  responses: { 200: json(SyncStatus, 'Whether all is well'), ...problem },
});

const checks = createRoute({
  method: 'get',
  path: '/sync/checks',
  responses: { 200: json(Checks, 'Whether everything is set up as it must be'), ...problem },
});

export const statusRoute = router()
  .openapi(status, async (c) => c.json(await getSyncStatus(c.var.caller), 200))
  .openapi(checks, async (c) => c.json(await runChecks(c.var.caller), 200));
