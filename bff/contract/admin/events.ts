import { z } from '@hono/zod-openapi';
import { eventStates } from '../../domain/event-state.ts';
import { limeKinds } from '../../domain/lime-kind.ts';
import { Cause } from '../cause.ts';
import { next } from '../paging.ts';
import { Effect } from './preview.ts';

const instant = z.iso.datetime();

/** `pending` waits or is retried; `dead` has failed for good; `dismissed` was set aside by an administrator. */
export const EventState = z.enum(eventStates).openapi('EventState');
export type EventState = z.infer<typeof EventState>;

/** Selects stored events; an absent field matches all. Body of a bulk retry, and of its count. */
export const EventFilter = z
  .strictObject({
    states: z.array(EventState).min(1).optional(),
    causes: z.array(Cause).min(1).optional(),
    event: z.string().min(1).max(200).optional().openapi({ description: "Billecta's name of the event" }),
    creditor: z.string().min(1).max(200).optional().openapi({ description: 'CreditorPublicId' }),
    subject: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: "Billecta's id of what it is about" }),
    invoice: z.string().min(1).max(200).optional().openapi({ description: 'Lime id or invoice number' }),
    from: instant.optional().openapi({ description: 'Received then or later' }),
    to: instant.optional().openapi({ description: 'Received before' }),
  })
  .openapi('EventFilter');
export type EventFilter = z.infer<typeof EventFilter>;

/** An invoice that something is about; `limeId` is null until it has been found in Lime. */
export const InvoiceMention = z
  .object({
    actionPublicId: z.string(),
    limeId: z.int().nullable(),
    invoiceNumber: z.string().nullable(),
  })
  .openapi('InvoiceMention');
export type InvoiceMention = z.infer<typeof InvoiceMention>;

/** An event as a list shows it. */
export const EventLine = z
  .object({
    id: z.int(),
    deliveryId: z.string().nullable(),
    event: z.string().nullable(),
    subject: z.string().nullable(),
    creditor: z.string().nullable(),
    state: EventState,
    attempts: z.int().openapi({ description: 'Failed attempts since it was last asked for' }),
    duplicates: z.int().openapi({ description: 'How often it came again' }),
    receivedAt: instant,
    occurredAt: instant.nullable().openapi({ description: "Billecta's time of it (EventDate)" }),
    completedAt: instant.nullable(),
    nextAttemptAt: instant.nullable().openapi({ description: 'Only of one that is tried again' }),
    cause: Cause.nullable(),
    outcome: z.string().nullable().openapi({ description: 'What came of it, in (English) words' }),
    invoice: InvoiceMention.nullable(),
    waitsFor: InvoiceMention.nullable().openapi({
      description: 'The invoice that Lime does not have, so that what the event is about waits to be written',
    }),
  })
  .openapi('EventLine');
export type EventLine = z.infer<typeof EventLine>;

/**
 * Answer of `GET admin/events`, newest first. Query: the filter (`states` and `causes` with commas), `q`, `in`, `limit`
 * (1 to 200, default 50), `after` (`next` of the page before).
 *
 * A page searches a bounded number of events and may return fewer than asked for, even none, though there are more:
 * while `next` is not null, go on with it. `searchedTo` is the time back to which all have been searched, null when
 * there are no older ones.
 *
 * `q` matches ids (event, delivery, subject, Lime id) and invoice numbers exactly, through all of time; only when none
 * of them matches are bodies searched, for the exact text, a few thousand a page. `searched` says which it was;
 * `in=bodies` asks for the latter.
 */
export const EventPage = z
  .object({
    events: z.array(EventLine),
    next,
    searchedTo: instant.nullable(),
    searched: z.enum(['all', 'ids', 'bodies']),
  })
  .openapi('EventPage');
export type EventPage = z.infer<typeof EventPage>;

/** Answer of `POST admin/events/count`: how many match; `more` when there are more than were counted (10,000). */
export const EventCount = z.object({ matched: z.int(), more: z.boolean() }).openapi('EventCount');
export type EventCount = z.infer<typeof EventCount>;

/** A failed attempt to apply an event. */
const EventAttempt = z
  .object({
    at: instant,
    ms: z.int().openapi({ description: 'How long it took, ms' }),
    cause: Cause,
    message: z.string(),
  })
  .openapi('EventAttempt');

/** Something that was written to Lime about what an event is about, after the event came. */
export const LimeChange = z
  .object({
    at: instant,
    kind: z.enum(limeKinds),
    limeId: z.int(),
    created: z.boolean(),
    fields: z.array(
      z.object({
        field: z.string().openapi({ description: "Lime's name of it" }),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  })
  .openapi('LimeChange');
export type LimeChange = z.infer<typeof LimeChange>;

/**
 * Answer of `GET admin/events/{id}`. `body` is the text as received, `headers` the request's other headers, without the
 * values of secrets; null once they have been deleted. `changes` are the writes to Lime about its subject from then
 * until the next event about the same subject arrived (at most 20, oldest first); `heldUpBy` is the older event that
 * has to be applied first.
 */
export const EventDetail = EventLine.extend({
  headers: z.record(z.string(), z.string()).nullable(),
  body: z.string().nullable(),
  failures: z.array(EventAttempt).openapi({ description: 'Newest first, at most 50' }),
  changes: z.array(LimeChange),
  unwritten: z
    .array(Cause)
    .openapi({ description: 'Why its object, or what belongs to it, is not written to Lime yet' }),
  blockedBy: z.int().nullable(),
}).openapi('EventDetail');
export type EventDetail = z.infer<typeof EventDetail>;

/** Body of `POST admin/events/retry`. */
export const RetryInput = z
  .strictObject({ filter: EventFilter, dryRun: z.boolean().default(false) })
  .openapi('RetryInput');

/** Body of `POST admin/events/{id}/retry`. */
export const RetryOneInput = z.strictObject({ dryRun: z.boolean().default(false) }).openapi('RetryOneInput');

/** The effect of applying one event again; empty when nothing would change. */
export const PreviewedEvent = z
  .object({
    id: z.int(),
    event: z.string().nullable(),
    subject: z.string().nullable(),
    effects: z.array(Effect),
  })
  .openapi('WouldChange');
export type PreviewedEvent = z.infer<typeof PreviewedEvent>;

/**
 * Answer of both. Of a dry run, `requeued` is 0 and `changes` shows the effect that each would have, at most 1,000 of
 * them; `matched` counts all.
 */
export const RetryAnswer = z
  .object({ matched: z.int(), requeued: z.int(), changes: z.array(PreviewedEvent) })
  .openapi('RetryAnswer');
export type RetryAnswer = z.infer<typeof RetryAnswer>;
