import { createRoute, z } from '@hono/zod-openapi';
import { CommandInput, type CommandName, DisputeInput, PauseInput } from '../../contract/command.ts';
import { InvoiceStatusAfterCommand } from '../../contract/invoice-status.ts';
import { recordQuery } from '../../contract/record.ts';
import { cancelDispute } from '../../services/commands/cancel-dispute.ts';
import { disputeInvoice } from '../../services/commands/dispute-invoice.ts';
import type { InvoiceCommand } from '../../services/commands/invoice-command.ts';
import { pauseInvoice } from '../../services/commands/pause-invoice.ts';
import { resumeInvoice } from '../../services/commands/resume-invoice.ts';
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

const commands: ReadonlyArray<[CommandName, Input, InvoiceCommand]> = [
  ['dispute', DisputeInput, disputeInvoice],
  ['cancel-dispute', CommandInput, cancelDispute],
  ['pause', PauseInput, pauseInvoice],
  ['resume', CommandInput, resumeInvoice],
];

for (const [name, input, run] of commands) {
  commandsRoute.openapi(route(name, input), async (c) =>
    c.json(await run(c.var.caller, c.req.valid('param').limeId, c.req.valid('json')), 200),
  );
}
