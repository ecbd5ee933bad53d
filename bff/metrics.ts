import { Counter, Histogram, Registry } from 'prom-client';
import type { EventMetrics } from './services/shared/event-counter.ts';

/** Bounds of the delay's buckets, s. Billecta gives the time of an event in whole seconds. */
const buckets = [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 86_400];

/** The process's metrics for an operator's Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #events = new Counter({
    name: 'billecta_events_total',
    help: 'Webhooks by what came of them: received, duplicate, applied, superseded, ignored, unreadable, dead',
    labelNames: ['lime_database', 'outcome'],
    registers: [this.#registry],
  });
  readonly #delays = new Histogram({
    name: 'billecta_event_delay_seconds',
    help: "From Billecta's time of an event (EventDate) until it was applied and open pages were updated",
    labelNames: ['lime_database'],
    buckets,
    registers: [this.#registry],
  });

  /** The counts of one Lime database. */
  eventsOf(database: string): EventMetrics {
    // Looked up once: up to ten thousand webhooks arrive a second.
    const counters = new Map<string, { inc(): void }>();
    const delays = this.#delays.labels(database);
    return {
      counted: (outcome) => {
        const counter = counters.get(outcome) ?? this.#events.labels(database, outcome);
        counters.set(outcome, counter);
        counter.inc();
      },
      applied: (delay) => delays.observe(delay / 1000),
    };
  }

  /** In Prometheus' text format, and its content type. */
  async text(): Promise<{ body: string; contentType: string }> {
    return { body: await this.#registry.metrics(), contentType: this.#registry.contentType };
  }
}
