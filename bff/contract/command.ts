import { z } from '@hono/zod-openapi';
import { commandStates, commands, commentSents, disputeReasons } from '../domain/command.ts';

/** The four commands, by the word that ends their URL. */
export const CommandName = z.enum(commands).openapi('CommandName');
export type CommandName = z.infer<typeof CommandName>;

/** Why a debtor contests an invoice. */
export const DisputeReason = z.enum(disputeReasons).openapi('DisputeReason');
export type DisputeReason = z.infer<typeof DisputeReason>;

const comment = z.string().trim().max(1000).optional();
const toDebtor = z.boolean().optional().openapi({
  description: 'The debtor reads the comment too; only where `GET names` says `comments: debtor`',
});

/** Body of `POST invoices/{limeId}/dispute`. */
export const DisputeInput = z
  .strictObject({ reason: DisputeReason.optional(), comment, toDebtor })
  .openapi('DisputeInput');
export type DisputeInput = z.infer<typeof DisputeInput>;

const changeEnd = z.boolean().optional().openapi({
  description:
    'A pause that is there already gets this end too, or none without `until`; otherwise it stays as it is',
});

/**
 * Body of `POST invoices/{limeId}/pause`; with `until`, the service resumes the invoice when that day begins in Sweden.
 */
export const PauseInput = z
  .strictObject({ until: z.iso.date().optional(), changeEnd, comment, toDebtor })
  .openapi('PauseInput');
export type PauseInput = z.infer<typeof PauseInput>;

/** Body of the other two commands. */
export const CommandInput = z.strictObject({ comment, toDebtor }).openapi('CommandInput');
export type CommandInput = z.infer<typeof CommandInput>;

/** What goes with each command. */
export const commandInputs = {
  dispute: DisputeInput,
  'cancel-dispute': CommandInput,
  pause: PauseInput,
  resume: CommandInput,
} as const satisfies Record<CommandName, z.ZodObject>;

/**
 * The state of a command: `accepted` by Billecta, `confirmed` by what Billecta says of the invoice afterwards,
 * `refused` by Billecta, `failed` when it certainly did not happen, `unknown` while the answer is lost and a read has
 * not resolved it yet.
 */
export const CommandState = z.enum(commandStates).openapi('CommandState');
export type CommandState = z.infer<typeof CommandState>;

/** A command that is still under way for an invoice. */
export const PendingCommand = z
  .object({ id: z.string(), name: CommandName, state: CommandState, requestedAt: z.iso.datetime() })
  .openapi('PendingCommand');
export type PendingCommand = z.infer<typeof PendingCommand>;

/** Who may read a command's comment in Billecta; `unknown` while the answer is lost, and it is not sent again. */
export const CommentSent = z.enum(commentSents).openapi('CommentSent');
export type CommentSent = z.infer<typeof CommentSent>;

/**
 * The outcome of a command; `changed` is false when the invoice was as asked already, by another user's action.
 * `endChanged`: a pause that was there already has another end, or none. `commentSent` is null when the comment was not
 * to be written to Billecta. `lifted` is the text of the dispute that was cancelled, where it was made here.
 */
export const CommandResult = z
  .object({
    id: z.string().nullable(),
    name: CommandName,
    state: CommandState,
    changed: z.boolean(),
    endChanged: z.boolean(),
    commentSent: CommentSent.nullable(),
    lifted: z.object({ reason: DisputeReason.nullable(), comment: z.string().nullable() }).nullable(),
  })
  .openapi('CommandResult');
export type CommandResult = z.infer<typeof CommandResult>;
