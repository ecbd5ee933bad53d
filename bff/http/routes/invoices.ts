import { createRoute, z } from '@hono/zod-openapi';
import { InvoiceStatus, SeenInput } from '../../contract/invoice-status.ts';
import { pageLimit } from '../../contract/paging.ts';
import { recordQuery } from '../../contract/record.ts';
import { Timeline } from '../../contract/timeline.ts';
import { getInvoiceStatus } from '../../services/invoices/get-invoice-status.ts';
import { getTimeline } from '../../services/invoices/get-timeline.ts';
import { listInvoiceStatuses } from '../../services/invoices/list-invoice-statuses.ts';
import { markSeen } from '../../services/invoices/mark-seen.ts';
import { json, limeId, limeIds, problem, router } from '../openapi.ts';

const one = createRoute({
  method: 'get',
  path: '/invoices/{limeId}',
  request: { params: z.object({ limeId }), query: z.object(recordQuery) },
  responses: { 200: json(InvoiceStatus, 'What is true of the invoice in Billecta'), ...problem },
});

const many = createRoute({
  method: 'get',
  path: '/invoices',
  request: { query: z.object({ ids: limeIds, ...recordQuery }) },
  responses: {
    200: json(z.array(InvoiceStatus), 'Those of the invoices that the caller may see'),
    ...problem,
  },
});

const timeline = createRoute({
  method: 'get',
  path: '/invoices/{limeId}/timeline',
  request: {
    params: z.object({ limeId }),
    query: z.object({
      ...recordQuery,
      before: z.string().max(200).optional(),
      limit: pageLimit,
    }),
  },
  responses: { 200: json(Timeline, 'What has happened to the invoice, newest first'), ...problem },
});

const seen = createRoute({
  method: 'post',
  path: '/invoices/{limeId}/seen',
  request: {
    params: z.object({ limeId }),
    query: z.object(recordQuery),
    body: { content: { 'application/json': { schema: SeenInput } } },
  },
  responses: { 200: json(InvoiceStatus, 'The status, without what has been seen'), ...problem },
});

export const invoicesRoute = router()
  .openapi(one, async (c) => c.json(await getInvoiceStatus(c.var.caller, c.req.valid('param').limeId), 200))
  .openapi(many, async (c) => c.json(await listInvoiceStatuses(c.var.caller, c.req.valid('query').ids), 200))
  .openapi(seen, async (c) =>
    c.json(await markSeen(c.var.caller, c.req.valid('param').limeId, c.req.valid('json')), 200),
  )
  .openapi(timeline, async (c) =>
    c.json(await getTimeline(c.var.caller, c.req.valid('param').limeId, c.req.valid('query')), 200),
  );
