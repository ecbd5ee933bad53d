import { z } from '@hono/zod-openapi';
import { commandOrigins } from '../../domain/command.ts';
import { CommandName, CommandState, DisputeReason } from '../command.ts';
import { next } from '../paging.ts';
import { InvoiceMention } from './events.ts';

const instant = z.iso.datetime();

/** A command as the audit trail shows it; `trail` is every state that it came to, oldest first. */
export const AuditedCommand = z
  .object({
    id: z.string(),
    command: CommandName,
    invoice: InvoiceMention.extend({ limeId: z.int() }),
    by: z.string().openapi({ description: 'A fingerprint of the credential, or `schedule`' }),
    origin: z.enum(commandOrigins),
    reason: DisputeReason.nullable(),
    comment: z.string().nullable(),
    until: z.iso.date().nullable(),
    state: CommandState,
    requestedAt: instant,
    finishedAt: instant.nullable(),
    outcome: z.string().nullable(),
    trail: z.array(z.object({ at: instant, state: CommandState, outcome: z.string().nullable() })),
  })
  .openapi('AuditedCommand');
export type AuditedCommand = z.infer<typeof AuditedCommand>;

/**
 * Answer of `GET admin/commands`, newest first. Query: `commands`, `states`, `reasons` (with commas), `invoice` (Lime
 * id or invoice number), `by`, `from`, `to` (requested then or later, before), `limit` (1 to 200, default 50), `after`.
 * `GET admin/commands.csv` accepts the same except the last two, and returns the newest 10,000.
 */
export const CommandPage = z.object({ commands: z.array(AuditedCommand), next }).openapi('CommandPage');
export type CommandPage = z.infer<typeof CommandPage>;
