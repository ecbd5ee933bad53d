import { createRoute, z } from '@hono/zod-openapi';
import { Issues, RetryIssueAnswer, RetryIssueInput } from '../../../contract/admin/issues.ts';
import { findIssues } from '../../../services/admin/issues/find-issues.ts';
import { markIssue } from '../../../services/admin/issues/mark-issue.ts';
import { missingCsv } from '../../../services/admin/issues/missing-csv.ts';
import { retryIssue } from '../../../services/admin/issues/retry-issue.ts';
import { body, json, problem, router } from '../../openapi.ts';

const params = z.object({ id: z.string().min(1).max(100) });

const list = createRoute({
  method: 'get',
  path: '/admin/issues',
  request: { query: z.object({ dismissed: z.enum(['true', 'false']).default('false') }) },
  responses: { 200: json(Issues, 'What fails now, by cause'), ...problem },
});

const missing = createRoute({
  method: 'get',
  path: '/admin/missing.csv',
  responses: {
    200: {
      description: 'The invoices that Lime does not have, the newest first, at most 10,000',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...problem,
  },
});

const acknowledge = createRoute({
  method: 'post',
  path: '/admin/issues/{id}/acknowledge',
  request: { params },
  responses: { 204: { description: 'Acknowledged' }, ...problem },
});

const dismiss = createRoute({
  method: 'post',
  path: '/admin/issues/{id}/dismiss',
  request: { params },
  responses: { 204: { description: 'Set aside until something new fails' }, ...problem },
});

const retry = createRoute({
  method: 'post',
  path: '/admin/issues/{id}/retry',
  request: { params, body: body(RetryIssueInput) },
  responses: { 200: json(RetryIssueAnswer, 'How many are tried again'), ...problem },
});

/** Failures grouped by cause, and what administrators do about them. */
export const issuesRoute = router()
  .openapi(list, async (c) => {
    const dismissed = c.req.valid('query').dismissed === 'true';
    return c.json({ issues: await findIssues(c.var.caller, { dismissed }) }, 200);
  })
  .openapi(missing, async (c) =>
    c.body(await missingCsv(c.var.caller), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="billecta-not-in-lime.csv"',
    }),
  )
  .openapi(acknowledge, async (c) => {
    await markIssue(c.var.caller, c.req.valid('param').id, 'acknowledged');
    return c.body(null, 204);
  })
  .openapi(dismiss, async (c) => {
    await markIssue(c.var.caller, c.req.valid('param').id, 'dismissed');
    return c.body(null, 204);
  })
  .openapi(retry, async (c) =>
    c.json(await retryIssue(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200),
  );
