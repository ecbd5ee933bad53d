import { z } from '@hono/zod-openapi';
import { forEachCommand } from '../domain/command.ts';
import { notAllowed } from '../domain/invoice/command-rules.ts';
import { autogiroStates } from '../domain/invoice/invoice-notes.ts';
import { invoiceSources } from '../domain/invoice/invoice-source.ts';
import { stages } from '../domain/invoice/stage.ts';
import { CommandResult, PendingCommand } from './command.ts';

const instant = z.iso.datetime().openapi({ description: 'ISO 8601, UTC' });
const day = z.iso.date().openapi({ description: 'A day in Sweden' });
const minorUnits = z.int().openapi({ description: 'Minor units of the currency, öre for SEK' });

/** The stage of the invoice's life. Disputed, paused and overdue are separate fields, never stages. */
export const Stage = z.enum(stages).openapi('Stage');
export type Stage = z.infer<typeof Stage>;

/** Why a command cannot be run now; `forbidden`: the caller may not update invoices in Lime. */
export const NotAllowedReason = z
  .enum(['not-synced', 'not-known-yet', 'forbidden', ...notAllowed])
  .openapi('NotAllowedReason');
export type NotAllowedReason = z.infer<typeof NotAllowedReason>;

export const Allowed = z
  .discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), reason: NotAllowedReason }),
  ])
  .openapi('Allowed');
export type Allowed = z.infer<typeof Allowed>;

const Amounts = z
  .object({
    currency: z.string().openapi({ example: 'SEK' }),
    invoiced: minorUnits,
    current: minorUnits.openapi({ description: 'What is left to pay, minor units' }),
    paid: minorUnits,
    credited: minorUnits,
    writtenOff: minorUnits,
  })
  .openapi('Amounts');

/** Where the shown truth came from. */
const StatusSource = z.enum(invoiceSources).openapi('StatusSource');

/**
 * The state of one invoice in Billecta, as far as the service knows it and since when.
 *
 * `actionPublicId` is null while the invoice is not synced to Billecta; `asOf` is null until Billecta has been read for
 * the first time. In both cases `stage` is `unknown` and no command is allowed.
 */
export const InvoiceStatus = z
  .object({
    limeId: z.int(),
    actionPublicId: z.string().nullable(),
    invoiceNumber: z.string().nullable(),
    stage: Stage,
    disputed: z.object({ since: instant }).nullable(),
    paused: z
      .object({
        since: instant.nullable(),
        until: day.nullable().openapi({ description: 'The day on which it is resumed, when one is planned' }),
      })
      .nullable(),
    overdue: z.int().min(0).openapi({ description: 'Whole days past the due date, 0 when not overdue' }),
    amounts: Amounts.nullable(),
    dueDate: day.nullable(),
    autogiro: z
      .object({
        state: z.enum(autogiroStates),
        since: instant,
        reason: z
          .string()
          .nullable()
          .openapi({ description: "Billecta's name of it", example: 'NoCoverage' }),
      })
      .nullable()
      .openapi({ description: 'A withdrawal by autogiro failed; `renewed`: Billecta tries again' }),
    unread: z
      .object({
        comment: z
          .object({ id: z.string(), at: instant, text: z.string() })
          .nullable()
          .openapi({ description: 'What the debtor last wrote' }),
        delivery: z
          .object({ at: instant, reason: z.string().nullable() })
          .nullable()
          .openapi({ description: "The invoice did not reach the debtor; why not, in Billecta's words" }),
      })
      .openapi({ description: 'Not marked as seen yet' }),
    nextEvent: z
      .object({
        text: z.string().openapi({ description: 'In Swedish, as Billecta writes it' }),
        date: day.nullable(),
        type: z.string().nullable().openapi({ example: 'WillSendReminderInvoice' }),
      })
      .nullable(),
    allowed: z.object(forEachCommand(() => Allowed)),
    asOf: instant.nullable(),
    source: StatusSource.nullable(),
    verifiedAt: instant.nullable(),
    pendingCommand: PendingCommand.nullable(),
  })
  .openapi('InvoiceStatus');
export type InvoiceStatus = z.infer<typeof InvoiceStatus>;

/** Body of `POST invoices/{limeId}/seen`: what the user has looked at, as the status showed it. */
export const SeenInput = z
  .strictObject({
    comment: z.string().min(1).max(64).optional().openapi({ description: '`unread.comment.id`' }),
    delivery: instant.optional().openapi({ description: '`unread.delivery.at`' }),
  })
  .openapi('SeenInput');
export type SeenInput = z.infer<typeof SeenInput>;

/** Answer of the four commands. */
export const InvoiceStatusAfterCommand = InvoiceStatus.extend({ command: CommandResult }).openapi(
  'InvoiceStatusAfterCommand',
);
export type InvoiceStatusAfterCommand = z.infer<typeof InvoiceStatusAfterCommand>;
