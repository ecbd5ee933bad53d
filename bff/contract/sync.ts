import { z } from '@hono/zod-openapi';

export const EventState = z
  .enum(['pending', 'applied', 'superseded', 'ignored', 'unreadable', 'dead', 'dismissed'])
  .openapi('EventState');
export type EventState = z.infer<typeof EventState>;

/** Which stored events are meant; what is left out does not matter. */
export const EventFilter = z
  .strictObject({
    states: z.array(EventState).min(1).optional(),
    event: z.string().min(1).optional(),
    subject: z.string().min(1).optional().openapi({ description: "Billecta's id of what it is about" }),
    from: z.iso.datetime().optional().openapi({ description: 'Received then or later' }),
    to: z.iso.datetime().optional().openapi({ description: 'Received before' }),
  })
  .openapi('EventFilter');
export type EventFilter = z.infer<typeof EventFilter>;

/** Body of `POST sync/events/retry`. */
export const RetryInput = z
  .strictObject({ filter: EventFilter, dryRun: z.boolean().default(false) })
  .openapi('RetryInput');

/** Body of `POST sync/events/{id}/retry`. */
export const RetryOneInput = z.strictObject({ dryRun: z.boolean().default(false) }).openapi('RetryOneInput');

/** What applying one event again would come to. */
export const WouldChange = z
  .object({ id: z.int(), event: z.string().nullable(), subject: z.string().nullable(), would: z.string() })
  .openapi('WouldChange');
export type WouldChange = z.infer<typeof WouldChange>;

/**
 * Answer of both. Of a dry run, `renewed` is 0 and `changes` tells what each would come to, at most 1,000 of them;
 * `matched` counts all.
 */
export const RetryAnswer = z
  .object({ matched: z.int(), renewed: z.int(), changes: z.array(WouldChange) })
  .openapi('RetryAnswer');
export type RetryAnswer = z.infer<typeof RetryAnswer>;

/** Body of `POST sync/pause`. */
export const PauseInput = z
  .strictObject({ why: z.string().trim().min(1).max(500) })
  .openapi('PauseProcessingInput');

/** Whether stored events are applied; they are taken in all the same. */
export const ProcessingState = z
  .object({ pausedSince: z.iso.datetime().nullable() })
  .openapi('ProcessingState');
export type ProcessingState = z.infer<typeof ProcessingState>;
