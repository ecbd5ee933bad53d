import { createRoute, z } from '@hono/zod-openapi';
import { CommandPage } from '../../../contract/admin/commands.ts';
import { CommandName, CommandState, DisputeReason } from '../../../contract/command.ts';
import { pageQuery } from '../../../contract/paging.ts';
import { commandsCsv, listCommands } from '../../../services/admin/audit-commands.ts';
import { json, listOf, problem, router } from '../../openapi.ts';
import { inPieces } from '../in-pieces.ts';

const question = {
  commands: listOf(CommandName).optional().openapi({ type: 'string', example: 'pause,resume' }),
  states: listOf(CommandState).optional().openapi({ type: 'string', example: 'refused,failed' }),
  reasons: listOf(DisputeReason).optional().openapi({ type: 'string', example: 'quality' }),
  by: z.string().min(1).max(200).optional(),
  invoice: z.string().min(1).max(200).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
};

const list = createRoute({
  method: 'get',
  path: '/admin/commands',
  request: { query: z.object({ ...question, ...pageQuery }) },
  responses: { 200: json(CommandPage, 'Who commanded what, and what came of it'), ...problem },
});

const csv = createRoute({
  method: 'get',
  path: '/admin/commands.csv',
  request: { query: z.object(question) },
  responses: {
    200: { description: 'All of them, newest first', content: { 'text/csv': { schema: z.string() } } },
    ...problem,
  },
});

/** The audit trail. */
export const auditRoute = router()
  .openapi(list, async (c) => {
    const { limit, after, ...asked } = c.req.valid('query');
    return c.json(await listCommands(c.var.caller, asked, { limit, after }), 200);
  })
  .openapi(csv, async (c) =>
    c.body(await inPieces(commandsCsv(c.var.caller, c.req.valid('query'))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="billecta-commands.csv"',
    }),
  );
