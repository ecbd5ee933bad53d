import { z } from '@hono/zod-openapi';
import { Cause } from '../cause.ts';
import { CommandName, CommandState, DisputeReason } from '../command.ts';
import { IssueKind, RejectionReason, ValueFault } from './issues.ts';
import { Paused } from './processing.ts';

const instant = z.iso.datetime();
const today = {
  eventsToday: z.int().openapi({ description: 'Received since midnight in Sweden, repetitions not counted' }),
  lastEventAt: instant.nullable(),
};
const waiting = {
  events: z.int().openapi({ description: 'Events that wait to be applied' }),
  objects: z.int().openapi({ description: 'Objects that wait to be written to Lime, or could not be' }),
  reads: z.int().openapi({ description: 'Invoices whose read in Billecta failed' }),
};
/** The issue that weighs most, as in `GET admin/issues`. */
const worst = z.object({
  id: z.string(),
  kind: IssueKind,
  cause: z.union([Cause, RejectionReason, ValueFault]),
  count: z.int(),
  since: instant,
  nextAttemptAt: instant.nullable().openapi({ description: 'When it is retried next, where that is known' }),
});
/** The issue that was over last, in the last hour. */
const solved = worst.pick({ kind: true, cause: true, since: true }).extend({ at: instant });
export type Solved = z.infer<typeof solved>;

/**
 * The one sentence. `trouble`: an action is needed; `waiting`: it is late and may pass without action, `issue` null
 * when there is only much to do; `quiet`: no webhook has ever arrived.
 */
export const Verdict = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ok'), ...today, solved: solved.nullable() }),
    z.object({ kind: z.literal('quiet') }),
    z.object({ kind: z.literal('paused'), ...today, ...waiting, ...Paused.shape }),
    z.object({
      kind: z.literal('waiting'),
      ...today,
      ...waiting,
      since: instant,
      issue: worst.nullable(),
    }),
    z.object({
      kind: z.literal('trouble'),
      ...today,
      ...waiting,
      since: instant,
      issue: worst,
      issues: z.int(),
    }),
  ])
  .openapi('Verdict');
export type Verdict = z.infer<typeof Verdict>;

/** `off`: stopped on purpose; `unknown`: nothing has been seen of it yet. */
const TileState = z.enum(['ok', 'warning', 'error', 'unknown', 'off']).openapi('TileState');

/**
 * One part of the service. `number` and `since` by id: `billecta`: reads of invoices that failed, since the oldest was
 * enqueued; `lime`: objects that Lime does not accept, since the oldest; `webhooks`: events today, the last event;
 * `processing`: events that wait, since the oldest arrived; `write-back`: objects to be written, since the oldest was
 * enqueued; `reconciliation`: invoices corrected after the last run, when it ended. `cause` is why it is not `ok`, null otherwise and
 * when it is only late.
 */
export const Tile = z
  .object({
    id: z.enum(['billecta', 'lime', 'webhooks', 'processing', 'write-back', 'reconciliation']),
    state: TileState,
    number: z.int().nullable(),
    since: instant.nullable(),
    cause: z.union([Cause, RejectionReason, ValueFault]).nullable(),
  })
  .openapi('Tile');
export type Tile = z.infer<typeof Tile>;

/** Events by their outcome and its time. `failed`: for good. */
const outcomes = {
  received: z.int(),
  duplicates: z.int(),
  applied: z.int(),
  superseded: z.int(),
  ignored: z.int(),
  unreadable: z.int(),
  failed: z.int(),
};
export const Outcomes = z.object(outcomes).openapi('Outcomes');
export type Outcomes = z.infer<typeof Outcomes>;

/** `hour` and `at` are when the span begins. Spans in which nothing was are there too, so that a line can be drawn. */
export const Charts = z
  .object({
    hours: z
      .array(z.object({ hour: instant, ...outcomes }))
      .openapi({ description: 'The last 24, oldest first, this one included' }),
    days: z
      .array(z.object({ day: z.iso.date(), ...outcomes }))
      .openapi({ description: 'The last 30 in Sweden, oldest first, today included' }),
    delay: z
      .array(
        z.object({
          hour: instant,
          p50: z.int().nullable().openapi({
            description:
              "ms from Billecta's time of the event (in whole seconds; of receipt where it has none) to applied; null when none was",
          }),
          p95: z.int().nullable().openapi({ description: 'ms; to within a tenth' }),
        }),
      )
      .openapi({ description: 'The same 24 hours' }),
    queue: z
      .array(
        z.object({
          at: instant,
          depth: z.int().openapi({ description: 'The most events that waited' }),
          oldestMs: z.int().openapi({ description: 'The longest that one had waited, ms' }),
        }),
      )
      .openapi({
        description: 'Spans of 10 minutes of the last 24 h; those without a sample are left out',
      }),
    commands: z
      .array(
        z.object({
          command: CommandName,
          reason: DisputeReason.nullable(),
          state: CommandState,
          count: z.int(),
        }),
      )
      .openapi({ description: 'Of the last 30 days' }),
  })
  .openapi('Charts');
export type Charts = z.infer<typeof Charts>;

/** Answer of `GET admin/status`. Counts of events are written down every 5 s; a killed process loses the last. */
export const AdminStatus = z
  .object({
    at: instant.openapi({ description: 'When this was true' }),
    verdict: Verdict,
    tiles: z.array(Tile),
    paused: Paused.nullable(),
    queue: z.object({ depth: z.int(), oldestReceivedAt: instant.nullable() }),
    issues: z.object({ errors: z.int(), warnings: z.int() }).openapi({
      description: 'Those that are neither acknowledged nor dismissed; no `info`',
    }),
    unread: z
      .object({
        comments: z.int().openapi({ description: 'Invoices on which the debtor has written' }),
        deliveries: z.int().openapi({ description: 'Invoices that did not reach the debtor' }),
      })
      .openapi({ description: 'Not marked as seen yet' }),
    supported: z.array(z.string()).openapi({ description: 'The events that are applied, to choose from' }),
    charts: Charts,
  })
  .openapi('SyncStatus');
export type AdminStatus = z.infer<typeof AdminStatus>;
