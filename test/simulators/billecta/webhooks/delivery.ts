/** A webhook that is registered with Billecta (facts 6.1). */
export interface WebhookTarget {
  readonly url: string;
  /** Custom headers, which are all that authenticates a webhook. */
  readonly headers: Readonly<Record<string, string>>;
  /** Ticked events; all when absent. */
  readonly events?: readonly string[];
}

/** One event on its way to one target. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  /** What the event is about: an ActionPublicId, or a debtor's id. */
  readonly subject: string;
  readonly url: string;
  /** The bytes that every try sends. */
  readonly body: string;
  readonly raisedAt: Date;
  tries: number;
  /** Status of the last try; null before the first, and when there was no answer. */
  lastStatus: number | null;
  outcome: 'waiting' | 'delivered' | 'failed' | 'dropped';
}
