import { z } from '@hono/zod-openapi';
import { commandEffects, commandOrigins } from '../domain/command.ts';
import { planEnds } from '../domain/invoice/plan-end.ts';
import { noticeKinds } from '../domain/notice-kind.ts';
import { CommandName, CommandState, CommentSent, DisputeReason } from './command.ts';
import { next } from './paging.ts';

const instant = z.iso.datetime();
const entry = { id: z.string(), at: instant };

/** An entry of Billecta's event log. `type` is Billecta's name for it; the texts are Billecta's, in Swedish. */
const BillectaEntry = z
  .object({
    ...entry,
    kind: z.literal('billecta'),
    type: z.string(),
    title: z.string().nullable(),
    content: z.string().nullable(),
    by: z.string().nullable(),
  })
  .openapi('BillectaEntry');

/**
 * A command of this service's: who gave it (a fingerprint of their credential, or `schedule`), from where, why, its
 * outcome.
 */
const CommandEntry = z
  .object({
    ...entry,
    kind: z.literal('command'),
    name: CommandName,
    state: CommandState,
    by: z.string(),
    origin: z.enum(commandOrigins),
    reason: DisputeReason.nullable(),
    comment: z.string().nullable(),
    commentSent: CommentSent.nullable(),
    until: z.iso.date().nullable(),
    finishedAt: instant.nullable(),
    outcome: z.string().nullable(),
    effect: z.enum(commandEffects).openapi({
      description:
        '`none`: the invoice was so already, and what was written is kept; `end-changed`: only the end of a pause',
    }),
    billecta: z
      .object({ id: z.string(), at: instant, by: z.string().nullable() })
      .nullable()
      .openapi({ description: "The entry that it has left in Billecta's log; it is not listed apart" }),
  })
  .openapi('CommandEntry');

/** The end of a planned resume, and why it is over. */
const PlanEndEntry = z
  .object({
    ...entry,
    kind: z.literal('plan-ended'),
    until: z.iso.date(),
    why: z.enum(planEnds),
  })
  .openapi('PlanEndEntry');

/**
 * A webhook's report that Billecta's log lacks: why autogiro failed, or that the invoice did not reach the debtor. `at`
 * is Billecta's time. `reason` is Billecta's name of it with autogiro (`NoCoverage`), its words with a delivery.
 */
const NoticeEntry = z
  .object({
    ...entry,
    kind: z.literal('notice'),
    notice: z.enum(noticeKinds),
    reason: z.string().nullable(),
  })
  .openapi('NoticeEntry');

export const TimelineEntry = z
  .discriminatedUnion('kind', [BillectaEntry, CommandEntry, PlanEndEntry, NoticeEntry])
  .openapi('TimelineEntry');
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/**
 * Answer of `GET invoices/{limeId}/timeline`: newest first. `next` asks for the page after this one, null at the end.
 * `billecta` is false when Billecta could not be asked just now; then only this service's own entries are returned.
 */
export const Timeline = z
  .object({ entries: z.array(TimelineEntry), next, billecta: z.boolean() })
  .openapi('Timeline');
export type Timeline = z.infer<typeof Timeline>;
