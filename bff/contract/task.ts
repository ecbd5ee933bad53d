import { z } from '@hono/zod-openapi';
import { CommandName, DisputeReason } from './command.ts';
import { NotAllowedReason } from './invoice-status.ts';
import { ProblemCode } from './problem.ts';

const limeId = z.int().positive().max(Number.MAX_SAFE_INTEGER);

/** Lime's own filter expression, as its tables pass it to a bulk command; Lime decides its meaning. */
export const LimeFilter = z
  .strictObject({
    key: z.string().min(1).max(200).optional(),
    op: z.string().min(1).max(20),
    exp: z.unknown(),
  })
  .openapi('LimeFilter');
export type LimeFilter = z.infer<typeof LimeFilter>;

/** The record whose card shows the table. */
export const LimeParent = z
  .strictObject({ limetype: z.string().min(1).max(100), id: limeId })
  .openapi('LimeParent');
export type LimeParent = z.infer<typeof LimeParent>;

const selection = {
  command: CommandName,
  invoiceIds: z.array(limeId).min(1).optional(),
  filter: LimeFilter.nullable().optional().openapi({ description: 'Null is all invoices' }),
  parent: LimeParent.optional().openapi({ description: 'With a filter: only invoices of this record' }),
};

type Selected = { invoiceIds?: unknown; filter?: unknown; parent?: unknown };
const oneOfThem = ({ invoiceIds, filter }: Selected) => (invoiceIds === undefined) !== (filter === undefined);
const parentWithFilter = ({ filter, parent }: Selected) => parent === undefined || filter !== undefined;

/** Body of `POST tasks/count`. */
export const TaskCountInput = z
  .strictObject(selection)
  .refine(oneOfThem, 'Send either invoiceIds or filter.')
  .refine(parentWithFilter, 'A parent goes with a filter.')
  .openapi('TaskCountInput');
export type TaskCountInput = z.infer<typeof TaskCountInput>;

/** Body of `POST tasks`: which command on which invoices, and what goes with it. */
export const TaskInput = z
  .strictObject({
    ...selection,
    reason: DisputeReason.optional(),
    comment: z.string().trim().max(1000).optional(),
    until: z.iso.date().optional(),
    changeEnd: z.boolean().optional().openapi({
      description:
        'Invoices that are paused already get this end too; otherwise their pauses stay as they are',
    }),
  })
  .refine(oneOfThem, 'Send either invoiceIds or filter.')
  .refine(parentWithFilter, 'A parent goes with a filter.')
  .refine(
    ({ command, reason }) => reason === undefined || command === 'dispute',
    'A reason goes with dispute.',
  )
  .refine(({ command, until }) => until === undefined || command === 'pause', 'until goes with pause.')
  .refine(
    ({ command, changeEnd }) => changeEnd === undefined || command === 'pause',
    'changeEnd goes with pause.',
  )
  .openapi('TaskInput');
export type TaskInput = z.infer<typeof TaskInput>;

/** The number of invoices that the command can be run on, as far as it is known beforehand. */
export const TaskCount = z
  .object({
    total: z.int(),
    allowed: z.int(),
    notAllowed: z.array(z.object({ reason: NotAllowedReason, count: z.int() })).openapi({
      description: 'The most frequent first; `not-known-yet` has not been read from Billecta, and is tried',
    }),
    hidden: z.int().openapi({ description: 'Ids that are not in Lime, or may not be seen' }),
  })
  .openapi('TaskCount');
export type TaskCount = z.infer<typeof TaskCount>;

/** How one invoice of a task has ended; `waiting` has not. */
export const TaskOutcome = z
  .enum(['waiting', 'done', 'unchanged', 'refused', 'failed', 'cancelled'])
  .openapi('TaskOutcome');
export type TaskOutcome = z.infer<typeof TaskOutcome>;

/** `cancelling` while the items in progress at the cancellation are finished. */
export const TaskState = z.enum(['running', 'cancelling', 'cancelled', 'finished']).openapi('TaskState');
export type TaskState = z.infer<typeof TaskState>;

/**
 * A remark on an invoice that is `done` or `unchanged`: that collection stays stopped for another reason, or that its
 * pause was there already and has another end now.
 */
export const ItemRemark = z.enum(['still-paused', 'still-disputed', 'end-changed']).openapi('ItemRemark');
export type ItemRemark = z.infer<typeof ItemRemark>;

const why = {
  reason: NotAllowedReason.optional().openapi({ description: 'With `refused`' }),
  code: ProblemCode.optional().openapi({ description: 'With `failed`' }),
  remark: ItemRemark.optional().openapi({ description: 'With `done` and `unchanged`' }),
};

/** The progress of a task. */
export const TaskProgress = z
  .object({
    id: z.string(),
    command: CommandName,
    state: TaskState,
    total: z.int(),
    counts: z.object({
      waiting: z.int(),
      done: z.int(),
      unchanged: z.int(),
      refused: z.int(),
      failed: z.int(),
      cancelled: z.int(),
    }),
    whys: z.array(z.object({ outcome: TaskOutcome, ...why, count: z.int() })).openapi({
      description: 'Refused and failed ones by cause, others by remark, the most frequent first',
    }),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .openapi('TaskProgress');
export type TaskProgress = z.infer<typeof TaskProgress>;

/** One invoice of a task. */
export const TaskItem = z
  .object({
    position: z.int(),
    limeId: z.int(),
    name: z
      .string()
      .nullable()
      .openapi({ description: "Lime's name of it, when asked for and where the caller may see it" }),
    actionPublicId: z.string().nullable(),
    invoiceNumber: z.string().nullable(),
    current: z
      .object({ amount: z.int().openapi({ description: 'Minor units' }), currency: z.string() })
      .nullable()
      .openapi({ description: 'What is left to pay' }),
    outcome: TaskOutcome,
    ...why,
    billectaMessage: z
      .string()
      .optional()
      .openapi({ description: 'What Billecta answered, in its own words' }),
    endedAt: z.iso.datetime().nullable(),
  })
  .openapi('TaskItem');
export type TaskItem = z.infer<typeof TaskItem>;

/** A task with a page of its invoices. */
export const Task = TaskProgress.extend({
  reason: DisputeReason.nullable(),
  comment: z.string().nullable(),
  until: z.iso.date().nullable(),
  items: z.array(TaskItem),
  next: z.int().nullable().openapi({ description: '`after` of the next page' }),
}).openapi('Task');
export type Task = z.infer<typeof Task>;

/** Answer of `POST tasks`. */
export const TaskCreated = z.object({ taskId: z.string() }).openapi('TaskCreated');
export type TaskCreated = z.infer<typeof TaskCreated>;
