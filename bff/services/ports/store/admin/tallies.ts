import type { EventState } from '../../../../domain/event-state.ts';

/** The outcomes of events that are counted. */
export type EventOutcomeKind = 'received' | 'duplicate' | Exclude<EventState, 'pending' | 'dismissed'>;

/** Counts of one hour, identified by the instant at which it begins. */
export interface Tally {
  events: Array<{ hour: string; kind: EventOutcomeKind; count: number }>;
  /** By {@link delayBucket}. */
  delays: Array<{ hour: string; bucket: number; count: number }>;
  seen: Array<{ event: string; at: string }>;
}

interface QueueSample {
  at: string;
  depth: number;
  oldestMs: number;
}

/** Counts of event outcomes, kept beside the events, so that no query counts millions of them. */
export interface Tallies {
  add(database: string, tally: Tally): Promise<void>;
  /** Stores the queue's length in a span of time; keeps its maximum. */
  sample(database: string, sample: QueueSample): Promise<void>;
  events(database: string, since: string): Promise<Tally['events']>;
  delays(database: string, since: string): Promise<Tally['delays']>;
  queue(database: string, since: string): Promise<QueueSample[]>;
  /** When each event was last seen. */
  seen(database: string): Promise<ReadonlyMap<string, string>>;
  prune(database: string, before: string): Promise<void>;
}
