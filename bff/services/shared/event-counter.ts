import { delayBucket } from '../../domain/delay-bucket.ts';
import type { EventState } from '../../domain/event-state.ts';
import type { ReceivedEvent } from '../ports/intake.ts';
import type { EventOutcomeKind, Tally } from '../ports/store/admin/tallies.ts';
import type { EventOutcome, StoredEvent } from '../ports/store/inbox.ts';

/** The hour of an instant, as the instant at which it begins. */
const hourOf = (instant: string) => `${instant.slice(0, 13)}:00:00.000Z`;

/** Called on each count. */
export interface EventMetrics {
  counted(kind: EventOutcomeKind): void;
  /** @param delay - from Billecta's time of the event until it was applied, ms */
  applied(delay: number): void;
}

/**
 * Counts in memory what happens to events, so that no request waits for a count; {@link drain} gives what has come
 * together, to be written down. What a killed process had not written is not counted.
 */
export class EventCounter {
  #events = new Map<string, number>();
  #delays = new Map<string, number>();
  #seen = new Map<string, string>();

  constructor(private readonly metrics: EventMetrics) {}

  /** An event came for the first time. */
  received({ state, event }: Pick<ReceivedEvent, 'state' | 'event'>, at: string): void {
    this.count('received', at);
    if (state === 'ignored' || state === 'unreadable') this.count(state, at);
    else if (event !== null) this.#seen.set(event, at);
  }

  /** Attempts to apply events are over. */
  completed(events: readonly StoredEvent[], outcomes: readonly EventOutcome[], at: string): void {
    const happenedAt = new Map(events.map((event) => [event.id, event.occurredAt ?? event.receivedAt]));
    for (const outcome of outcomes) {
      const state = stateAfter(outcome);
      if (state === null || state === 'pending' || state === 'dismissed') continue;
      this.count(state, at);
      if (state === 'applied') this.#delay(happenedAt.get(outcome.id) ?? at, at);
    }
  }

  count(kind: EventOutcomeKind, at: string): void {
    add(this.#events, `${hourOf(at)} ${kind}`);
    this.metrics.counted(kind);
  }

  /** The counts since the last call; null when there are none. */
  drain(): Tally | null {
    if (this.#events.size === 0) return null;
    const tally = this.tally();
    this.#events = new Map();
    this.#delays = new Map();
    this.#seen = new Map();
    return tally;
  }

  /** The counts that are not drained yet. */
  tally(): Tally {
    return {
      events: split(this.#events).map(([hour, kind, count]) => ({
        hour,
        kind: kind as EventOutcomeKind,
        count,
      })),
      delays: split(this.#delays).map(([hour, bucket, count]) => ({ hour, bucket: Number(bucket), count })),
      seen: [...this.#seen]
        .map(([event, at]) => ({ event, at }))
        .sort((a, b) => (a.event < b.event ? -1 : 1)),
    };
  }

  #delay(from: string, to: string): void {
    const delay = Math.max(0, Date.parse(to) - Date.parse(from));
    add(this.#delays, `${hourOf(to)} ${delayBucket(delay)}`);
    this.metrics.applied(delay);
  }
}

function stateAfter(outcome: EventOutcome): EventState | null {
  if (outcome.kind === 'settled') return outcome.state;
  return outcome.kind === 'failed' && outcome.retryAt === null ? 'dead' : null;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** In the same order in every process, so that none waits for another the wrong way round. */
const split = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]): [string, string, number] => {
      const [first = '', second = ''] = key.split(' ');
      return [first, second, count];
    });
