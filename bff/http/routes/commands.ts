import { createRoute, z } from '@hono/zod-openapi';
import { CommandName, commandInputs } from '../../contract/command.ts';
import { InvoiceStatusAfterCommand } from '../../contract/invoice-status.ts';
import { recordQuery } from '../../contract/record.ts';
import { invoiceCommands } from '../../services/commands/invoice-commands.ts';
import { json, limeId, problem, router } from '../openapi.ts';

const route = (name: CommandName) =>
  createRoute({
    method: 'post',
    path: `/invoices/{limeId}/${name}`,
    request: {
      params: z.object({ limeId }),
      query: z.object(recordQuery),
      body: { content: { 'application/json': { schema: commandInputs[name] } } },
    },
    responses: { 200: json(InvoiceStatusAfterCommand, 'What is true of the invoice afterwards'), ...problem },
  });

export const commandsRoute = router();

for (const name of CommandName.options)
  commandsRoute.openapi(route(name), async (c) => {
    const { limeId } = c.req.valid('param');
    return c.json(await invoiceCommands[name](c.var.caller, limeId, c.req.valid('json')), 200);
  });
