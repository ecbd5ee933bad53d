import type { EventState } from '../../../domain/event-state.ts';

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
export interface RejectedDelivery {
  kind: 'refused';
  reason: 'not-json' | 'invalid-request';
  why: string;
  head: string;
}

export type ParsedDelivery = { kind: 'event'; event: ReceivedEvent } | RejectedDelivery;

export interface EnvelopeParser {
  /** Reads what has to be known of a delivery to store it. It never throws. */
  parse(delivery: Delivery): ParsedDelivery;
  /**
   * Whether a delivery repeats the stored event that has the same key.
   *
   * @param stored - that event's body; null once it has been deleted
   */
  repeats(stored: string | null, came: Uint8Array): boolean;
}

/** What became of a delivery. */
export type IntakeResult =
  | { kind: 'stored'; id: number; duplicate: boolean; event: string | null; state: EventState }
  | RejectedDelivery;

/** Where webhooks come in. */
export interface Intake {
  /**
   * Puts what was delivered on disk unless it is an exact repetition; then the stored event counts it and its id is
   * told. All that are taken in one turn of the event loop share one commit.
   */
  accept(delivery: Delivery): Promise<IntakeResult>;
}
