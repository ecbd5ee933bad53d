import { createRoute, z } from '@hono/zod-openapi';
import { recordQuery } from '../../contract/record.ts';
import {
  Task,
  TaskCount,
  TaskCountInput,
  TaskCreated,
  TaskInput,
  TaskOutcome,
  TaskProgress,
} from '../../contract/task.ts';
import { cancelTask } from '../../services/tasks/cancel-task.ts';
import { countTask } from '../../services/tasks/count-task.ts';
import { createTask } from '../../services/tasks/create-task.ts';
import { getTask, listTasks } from '../../services/tasks/get-task.ts';
import { outcomeCsv } from '../../services/tasks/outcome-csv.ts';
import { retryFailed } from '../../services/tasks/retry-failed.ts';
import { json, problem, router } from '../openapi.ts';

/** Counting so many invoices costs as much as another request. */
const invoicesOfOneRequest = 50;

const params = z.object({ id: z.string().min(1).max(100) });

const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
});

const create = createRoute({
  method: 'post',
  path: '/tasks',
  request: { query: z.object(recordQuery), body: body(TaskInput) },
  responses: { 202: json(TaskCreated, 'Stored, and under way'), ...problem },
});

const count = createRoute({
  method: 'post',
  path: '/tasks/count',
  request: { query: z.object(recordQuery), body: body(TaskCountInput) },
  responses: { 200: json(TaskCount, 'Of how many invoices the command can be run'), ...problem },
});

const list = createRoute({
  method: 'get',
  path: '/tasks',
  responses: { 200: json(z.array(TaskProgress), "The caller's own, those under way first"), ...problem },
});

const outcomes = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(TaskOutcome))
  .openapi({ type: 'string', example: 'failed,refused' });

const one = createRoute({
  method: 'get',
  path: '/tasks/{id}',
  request: {
    params,
    query: z.object({
      after: z.coerce.number<string>().int().min(-1).max(Number.MAX_SAFE_INTEGER).default(-1),
      limit: z.coerce.number<string>().int().min(0).max(500).default(100),
      outcomes: outcomes.optional(),
      names: z
        .stringbool()
        .default(false)
        .openapi({ type: 'boolean', description: 'Ask Lime what it calls the invoices' }),
    }),
  },
  responses: { 200: json(Task, 'How far it has come, and a page of its invoices'), ...problem },
});

const csv = createRoute({
  method: 'get',
  path: '/tasks/{id}/outcome.csv',
  request: { params },
  responses: {
    200: { description: 'What came of every invoice', content: { 'text/csv': { schema: z.string() } } },
    ...problem,
  },
});

const retry = createRoute({
  method: 'post',
  path: '/tasks/{id}/retry-failed',
  request: { params },
  responses: { 202: json(TaskProgress, 'The failed ones are tried again'), ...problem },
});

const cancel = createRoute({
  method: 'post',
  path: '/tasks/{id}/cancel',
  request: { params },
  responses: { 202: json(TaskProgress, 'Nothing more is begun'), ...problem },
});

/** Commands on many invoices. */
export const tasksRoute = router()
  .openapi(create, async (c) => {
    const taskId = await createTask(c.var.caller, c.req.valid('json'));
    return c.json({ taskId }, 202);
  })
  .openapi(count, async (c) => {
    const selection = c.req.valid('json');
    c.var.charge((selection.invoiceIds?.length ?? 0) / invoicesOfOneRequest);
    const counted = await countTask(c.var.caller, selection);
    if (!selection.invoiceIds) c.var.charge(counted.total / invoicesOfOneRequest);
    return c.json(counted, 200);
  })
  .openapi(list, async (c) => c.json(await listTasks(c.var.caller), 200))
  .openapi(one, async (c) => {
    const { outcomes: states, ...page } = c.req.valid('query');
    return c.json(await getTask(c.var.caller, c.req.valid('param').id, { ...page, states }), 200);
  })
  .openapi(csv, async (c) => {
    const { name, text } = await outcomeCsv(c.var.caller, c.req.valid('param').id);
    const disposition = `attachment; filename="${name}"`;
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition,
    });
  })
  .openapi(retry, async (c) => c.json(await retryFailed(c.var.caller, c.req.valid('param').id), 202))
  .openapi(cancel, async (c) => c.json(await cancelTask(c.var.caller, c.req.valid('param').id), 202));
