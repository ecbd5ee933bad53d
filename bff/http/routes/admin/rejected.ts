import { createRoute, z } from '@hono/zod-openapi';
import { RejectionReason } from '../../../contract/admin/issues.ts';
import { RejectedPage } from '../../../contract/admin/rejected.ts';
import { pageQuery } from '../../../contract/paging.ts';
import { listRejected } from '../../../services/admin/list-rejected.ts';
import { json, problem, router } from '../../openapi.ts';

const list = createRoute({
  method: 'get',
  path: '/admin/rejected',
  request: { query: z.object({ reason: RejectionReason.optional(), ...pageQuery }) },
  responses: { 200: json(RejectedPage, 'Rejected requests, and the keys'), ...problem },
});

export const rejectedRoute = router().openapi(list, async (c) =>
  c.json(await listRejected(c.var.caller, c.req.valid('query')), 200),
);
