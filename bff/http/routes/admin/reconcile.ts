import { createRoute, z } from '@hono/zod-openapi';
import {
  ReconcileAnswer,
  ReconcileInput,
  ReconciliationDetail,
  Reconciliations,
} from '../../../contract/admin/reconciliation.ts';
import { pageLimit } from '../../../contract/paging.ts';
import {
  getReconciliation,
  listReconciliations,
} from '../../../services/reconciliation/get-reconciliations.ts';
import { startReconciliation } from '../../../services/reconciliation/start-reconciliation.ts';
import { body, json, problem, router } from '../../openapi.ts';

const number = z.coerce.number<string>().int().positive().max(Number.MAX_SAFE_INTEGER);

const reconcile = createRoute({
  method: 'post',
  path: '/admin/reconcile',
  request: { body: body(ReconcileInput) },
  responses: { 202: json(ReconcileAnswer, 'The run that has started, or was running already'), ...problem },
});

const list = createRoute({
  method: 'get',
  path: '/admin/reconciliations',
  request: { query: z.object({ before: number.optional(), limit: pageLimit }) },
  responses: { 200: json(Reconciliations, 'Runs, newest first'), ...problem },
});

const detail = createRoute({
  method: 'get',
  path: '/admin/reconciliations/{id}',
  request: {
    params: z.object({ id: number }),
    query: z.object({ after: number.optional(), limit: pageLimit }),
  },
  responses: { 200: json(ReconciliationDetail, 'A run, and what it found'), ...problem },
});

/** Comparisons of the stored snapshots with Billecta's lists. */
export const reconcileRoute = router()
  .openapi(reconcile, async (c) => c.json(await startReconciliation(c.var.caller, c.req.valid('json')), 202))
  .openapi(list, async (c) => c.json(await listReconciliations(c.var.caller, c.req.valid('query')), 200))
  .openapi(detail, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await getReconciliation(c.var.caller, id, c.req.valid('query')), 200);
  });
