import type { EventState } from '../../domain/event-state.ts';

/** A webhook as it came. */
export interface Delivery {
  /** The Lime database that it is for. */
  database: string;
  /** Of the request, as JSON, without the values of secrets. */
  headers: string;
  /** Its body; the caller gives it away and does not read it again. */
  bytes: Uint8Array;
  receivedAt: string;
}

/** The fields of a webhook that its row needs. */
export interface ReceivedEvent {
  /** Null unless the configuration names its place. */
  deliveryId: string | null;
  /** Equal for deliveries that may repeat each other; null when nothing identifies a repetition. */
  repeatKey: string | null;
  /** Billecta's time of the event, null where it carries none. No order: it is another machine's clock. */
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
  /** Reads the fields of a delivery that its row needs. It never throws. */
  parse(delivery: Delivery): ParsedDelivery;
  /**
   * Whether a delivery repeats the stored event that has the same key.
   *
   * @param stored - that event's body; null once it has been deleted
   */
  repeats(stored: string | null, came: Uint8Array): boolean;
}

/** The result of a delivery. */
export type IntakeResult =
  | { kind: 'stored'; id: number; duplicate: boolean; event: string | null; state: EventState }
  | RejectedDelivery;

/** Where webhooks come in. */
export interface Intake {
  /**
   * Puts the delivery on disk unless it is an exact repetition; then counts it on the stored event and returns that
   * event's id. All deliveries accepted in one turn of the event loop share one commit.
   */
  accept(delivery: Delivery): Promise<IntakeResult>;
}
