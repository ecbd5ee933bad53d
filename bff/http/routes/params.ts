import { createRoute } from '@hono/zod-openapi';
import { Names } from '../../contract/record.ts';
import { requireKnown } from '../../services/tasks/authorize-task.ts';
import { json, problem, router } from '../openapi.ts';

const names = createRoute({
  method: 'get',
  path: '/names',
  responses: { 200: json(Names, "What the customer's Lime calls things, for every caller"), ...problem },
});

/** The facts about the customer's Lime that the frontend needs before it shows an invoice. */
export const namesRoute = router().openapi(names, async (c) => {
  await requireKnown(c.var.caller);
  return c.json(
    { invoiceLimetype: c.var.tenant.invoiceLimetype, comments: c.var.caller.commentPassing },
    200,
  );
});
