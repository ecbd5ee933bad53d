import type { EventState } from '../../contract/admin/events.ts';
import type { Cause } from '../../contract/cause.ts';

export type { Cause, EventState };

/** A webhook as it came. */
export interface Delivery {
  /** The Lime database that it is for. */
  database: string;
  /** Of the request, as JSON, without the values of secrets. */
  headers: string;
  /** Its body; whoever hands it over does not look at it again. */
  bytes: Uint8Array;
  receivedAt: string;
}

/** What has to be known of a webhook to store it. */
export interface ReceivedEvent {
  /** Null unless the configuration names its place. */
  deliveryId: string | null;
  /** The same for deliveries that may repeat each other; null when nothing tells a repetition. */
  repeatKey: string | null;
  /** Billecta's time of the event, null where it tells none. No order: it is another machine's clock. */
  occurredAt: string | null;
  event: string | null;
  subject: string | null;
  creditor: string | null;
  /** Of the request, as JSON, without the values of secrets. */
  headers: string;
  /** As it came, in UTF-8. */
  body: Uint8Array;
  state: EventState;
  receivedAt: string;
}

/** Why a body is no webhook, and the first 4 KiB of it. */
export interface Refusal {
  kind: 'refused';
  reason: 'not-json' | 'invalid-request';
  why: string;
  head: string;
}

export type ReadDelivery = { kind: 'event'; event: ReceivedEvent } | Refusal;

export interface DeliveryReader {
  /** Reads what has to be known of a delivery to store it. It never throws. */
  read(delivery: Delivery): ReadDelivery;
  /**
   * Whether a delivery repeats the stored event that has the same key.
   *
   * @param stored - that event's body; null once it has been deleted
   */
  repeats(stored: string | null, came: Uint8Array): boolean;
}

/** What became of a delivery. */
export type Taken =
  | { kind: 'stored'; id: number; duplicate: boolean; event: string | null; state: EventState }
  | Refusal;

/** Where webhooks come in. */
export interface Intake {
  /**
   * Puts what was delivered on disk unless it is an exact repetition; then the stored event counts it and its id is
   * told. All that are taken in one turn of the event loop share one commit.
   */
  take(delivery: Delivery): Promise<Taken>;
}

export interface StoredEvent {
  id: number;
  event: string | null;
  subject: string | null;
  /** Null once it has been pruned. */
  body: string | null;
  state: EventState;
  attempts: number;
  receivedAt: string;
  occurredAt: string | null;
}

/** What came of one attempt to apply an event. */
export type EventOutcome =
  /** It was not tried, and is due as before. */
  | { kind: 'returned'; id: number }
  | { kind: 'settled'; id: number; state: EventState; words: string | null }
  | {
      kind: 'failed';
      id: number;
      cause: Cause;
      message: string;
      ms: number;
      attempts: number;
      retryAt: string | null;
    };

export interface Lease {
  /** Tells this claim from every other; only its holder may settle what was claimed. */
  token: string;
  until: string;
}

/** Which events are meant; what is left out does not matter. */
export interface EventFilter {
  ids?: readonly number[] | undefined;
  states?: readonly EventState[] | undefined;
  causes?: readonly Cause[] | undefined;
  event?: string | undefined;
  creditor?: string | undefined;
  /** About one of these. */
  subjects?: readonly string[] | undefined;
  /** Received at this instant or later. */
  from?: string | undefined;
  /** Received before this instant. */
  to?: string | undefined;
}

export interface Inbox {
  /**
   * Leases events that are due, in the order in which they are to be applied. While one about a subject is leased, or
   * has failed and waits to be tried again, later ones about the same are not, and no other subject waits for them.
   * What a dead process had leased is due again when its lease is over.
   */
  claim(database: string, now: string, lease: Lease, limit: number): Promise<StoredEvent[]>;
  /** Ends the lease with what came of each event. @throws LeaseLost when somebody else holds one of them by now */
  settle(token: string, outcomes: readonly EventOutcome[], at: string): Promise<void>;
  /**
   * Ids of events that match, oldest first, among a part of all that lie behind `after`; asked again with `next` until
   * that is null. No part holds others up.
   */
  match(
    database: string,
    filter: EventFilter,
    after: number,
  ): Promise<{ ids: number[]; next: number | null }>;
  /** These events, oldest first. */
  read(database: string, ids: readonly number[]): Promise<StoredEvent[]>;
  /** Has these applied again, from the first attempt on. @returns how many */
  renew(database: string, ids: readonly number[], at: string): Promise<number>;
  /** Sets aside an event that has failed or cannot be read. @returns whether there was such an event */
  dismiss(database: string, id: number, by: string, at: string): Promise<boolean>;
  /** Forgets the bodies of at most `limit` settled events received before an instant. @returns how many */
  prune(database: string, before: string, limit: number): Promise<number>;
}

/** Thrown by {@link Inbox.settle}: the work took longer than its lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** A request that was turned away, for the administrator who wonders why nothing arrives. */
export interface RejectedRequest {
  at: string;
  reason: string;
  /** Without the values of secrets. */
  headers: Record<string, string>;
  /** The first 4 KiB. */
  body: string;
}

/** Who came to the webhook receiver. Losing a line of it does no harm, so nobody waits for it. */
export interface Doorbook {
  /** Keeps the newest 1,000; in a flood, not every one. */
  turnedAway(database: string, request: RejectedRequest): Promise<void>;
  /** Notes it once a minute. */
  keyUsed(database: string, name: string, at: Date): Promise<void>;
}

/** Whether events are applied; they are taken in all the same. */
export interface Processing {
  /** Who stopped it, when and why; null while nobody has. */
  paused(database: string): Promise<{ since: string; by: string; why: string } | null>;
  pause(database: string, at: string, by: string, why: string): Promise<void>;
  resume(database: string): Promise<void>;
}
