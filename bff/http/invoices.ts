import { createRoute, z } from '@hono/zod-openapi';
import { InvoiceStatus } from '../contract/invoice-status.ts';
import { getInvoiceStatus } from '../services/get-invoice-status.ts';
import { listInvoiceStatuses } from '../services/list-invoice-statuses.ts';
import { json, limeId, limeIds, problem, router } from './openapi.ts';

const one = createRoute({
  method: 'get',
  path: '/invoices/{limeId}',
  request: { params: z.object({ limeId }) },
  responses: { 200: json(InvoiceStatus, 'What is true of the invoice in Billecta'), ...problem },
});

const many = createRoute({
  method: 'get',
  path: '/invoices',
  request: { query: z.object({ ids: limeIds }) },
  responses: {
    200: json(z.array(InvoiceStatus), 'Those of the invoices that the caller may see'),
    ...problem,
  },
});

export const invoicesRoute = router()
  .openapi(one, async (c) => c.json(await getInvoiceStatus(c.var.caller, c.req.valid('param').limeId), 200))
  .openapi(many, async (c) => c.json(await listInvoiceStatuses(c.var.caller, c.req.valid('query').ids), 200));
