import { createRoute, z } from '@hono/zod-openapi';
import { CommandInput, CommandName, DisputeInput, PauseInput } from '../../contract/command.ts';
import { InvoiceStatusAfterCommand } from '../../contract/invoice-status.ts';
import { recordQuery } from '../../contract/record.ts';
import { invoiceCommands } from '../../services/commands/invoice-commands.ts';
import { json, limeId, problem, router } from '../openapi.ts';

type Input = typeof DisputeInput | typeof PauseInput | typeof CommandInput;

const route = (name: CommandName, input: Input) =>
  createRoute({
    method: 'post',
    path: `/invoices/{limeId}/${name}`,
    request: {
      params: z.object({ limeId }),
      query: z.object(recordQuery),
      body: { content: { 'application/json': { schema: input } } },
    },
    responses: { 200: json(InvoiceStatusAfterCommand, 'What is true of the invoice afterwards'), ...problem },
  });

export const commandsRoute = router();

/** What goes with each command. */
const inputs: Readonly<Record<CommandName, Input>> = {
  dispute: DisputeInput,
  'cancel-dispute': CommandInput,
  pause: PauseInput,
  resume: CommandInput,
};

for (const name of CommandName.options)
  commandsRoute.openapi(route(name, inputs[name]), async (c) => {
    const { limeId } = c.req.valid('param');
    return c.json(await invoiceCommands[name](c.var.caller, limeId, c.req.valid('json')), 200);
  });
