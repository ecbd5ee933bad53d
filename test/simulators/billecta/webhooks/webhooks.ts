import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../faults/faults.ts';
import type { Delivery, WebhookTarget } from './delivery.ts';
import { Disturbance } from './disturbance.ts';
import { Idle } from './idle.ts';
import { WebhookPoster } from './post.ts';
import type { RaisedEvent } from './webhook-event.ts';

/** The payloads are asked for at once, and only when somebody is told. */
export type RaiseWebhook = (
  event: RaisedEvent,
  payload: () => object,
  subject: string,
  secondPayload?: () => object | string,
) => void;

/** What is raised, with the body its envelope gives it. */
export interface Announcement {
  readonly id: string;
  readonly event: string;
  readonly subject: string;
  readonly body: string;
  readonly raisedAt: Date;
}

export interface WebhooksOptions {
  /** ms between tries; as many retries as there are delays. */
  readonly retryDelays: readonly number[];
  /** ms to wait for an answer. */
  readonly timeout: number;
  readonly faults: Faults;
}

/**
 * Billecta's webhooks. First tries of one target go out one at a time, in the order of the events; a refused one
 * is retried later without holding up the rest, so events can overtake each other.
 */
export class Webhooks {
  readonly deliveries: Delivery[] = [];
  readonly targets: WebhookTarget[] = [];
  readonly #queues = new Map<WebhookTarget, Promise<unknown>>();
  readonly #idle = new Idle();
  readonly #closed = new AbortController();
  readonly #poster: WebhookPoster;
  readonly #disturbance: Disturbance;
  readonly #retryDelays: readonly number[];

  constructor({ retryDelays, timeout, faults }: WebhooksOptions) {
    this.#retryDelays = retryDelays;
    this.#poster = new WebhookPoster(timeout);
    this.#disturbance = new Disturbance(faults, this.#idle, this.#closed.signal);
  }

  /** Tells every target that ticked the event. */
  announce(announcement: Announcement): void {
    if (this.#closed.signal.aborted) return;
    for (const target of this.targets) {
      if (target.events && !target.events.includes(announcement.event)) continue;
      this.#depart(announcement, target);
    }
  }

  idle(): Promise<void> {
    return this.#idle.reached();
  }

  /** Stops at once: tries under way are cut off, and retries are forgotten. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.#poster.close();
  }

  #depart(announcement: Announcement, target: WebhookTarget): void {
    const delivery = this.#note(announcement, target);
    this.#disturbance.pass({
      event: announcement.event,
      send: () => this.#start(delivery, target),
      sendCopy: () => this.#start(this.#note(announcement, target), target),
      drop: () => {
        delivery.outcome = 'dropped';
      },
    });
  }

  #note(announcement: Announcement, { url }: WebhookTarget): Delivery {
    const delivery: Delivery = { ...announcement, url, tries: 0, lastStatus: null, outcome: 'waiting' };
    this.deliveries.push(delivery);
    return delivery;
  }

  #start(delivery: Delivery, target: WebhookTarget): void {
    const turn = this.#queues.get(target) ?? Promise.resolve();
    const first = turn.then(() => this.#try(delivery, target));
    this.#queues.set(target, first);
    this.#idle.track(first.then((accepted) => this.#retry(accepted, delivery, target)));
  }

  async #retry(acceptedAtOnce: boolean, delivery: Delivery, target: WebhookTarget): Promise<void> {
    let accepted = acceptedAtOnce;
    for (const delay of this.#retryDelays) {
      if (accepted) break;
      await sleep(delay, undefined, { signal: this.#closed.signal });
      accepted = await this.#try(delivery, target);
    }
    delivery.outcome = accepted ? 'delivered' : 'failed';
  }

  #try(delivery: Delivery, target: WebhookTarget): Promise<boolean> {
    return this.#poster.post(delivery, target, this.#closed.signal);
  }
}
