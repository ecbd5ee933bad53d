import { createRoute } from '@hono/zod-openapi';
import { Checks } from '../../../contract/admin/checks.ts';
import { AdminStatus } from '../../../contract/admin/status.ts';
import { runChecks } from '../../../services/admin/checks/run-checks.ts';
import { getAdminStatus } from '../../../services/admin/status/get-status.ts';
import { json, problem, router } from '../../openapi.ts';

const status = createRoute({
  method: 'get',
  path: '/admin/status',
  responses: { 200: json(AdminStatus, 'Whether all is well'), ...problem },
});

const checks = createRoute({
  method: 'get',
  path: '/admin/checks',
  responses: { 200: json(Checks, 'Whether everything is set up as it must be'), ...problem },
});

export const statusRoute = router()
  .openapi(status, async (c) => c.json(await getAdminStatus(c.var.caller), 200))
  .openapi(checks, async (c) => c.json(await runChecks(c.var.caller), 200));
