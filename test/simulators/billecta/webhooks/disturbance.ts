import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../../../../bff/signals/within.ts';
import type { Faults } from '../faults/faults.ts';
import type { Idle } from './idle.ts';

/** How long a late webhook takes, and a reordered one waits for others, when the fault does not say. */
const PATIENCE = 1000;

/** What can be done with a delivery that is about to leave. */
export interface Departure {
  readonly event: string;
  send(): void;
  sendCopy(): void;
  drop(): void;
}

/** What happens to webhooks between Billecta and the receiver: lost, late, twice, or in another order. */
export class Disturbance {
  readonly #faults: Faults;
  readonly #idle: Idle;
  readonly #closed: AbortSignal;
  #held: Departure[] = [];
  #patience = new AbortController();

  constructor(faults: Faults, idle: Idle, closed: AbortSignal) {
    this.#faults = faults;
    this.#idle = idle;
    this.#closed = closed;
  }

  /** Sends the delivery as the faults of the moment have it. */
  pass(departure: Departure): void {
    const fault = this.#faults.forWebhook(departure.event);
    switch (fault?.kind) {
      case undefined:
        departure.send();
        break;
      case 'dropped':
        departure.drop();
        break;
      case 'duplicated':
        departure.send();
        departure.sendCopy();
        break;
      case 'delayed':
        this.#idle.track(this.#wait(fault.ms).then(() => departure.send()));
        break;
      case 'reordered':
        this.#hold(departure, fault);
    }
  }

  #hold(departure: Departure, { times, ms }: { times: number; ms?: number }): void {
    this.#held.push(departure);
    if (times === 0) this.#release();
    else if (this.#held.length === 1) this.#idle.track(this.#wait(ms).then(() => this.#release()));
  }

  /** Lets go of what is held, the last first. */
  #release(): void {
    const held = this.#held.splice(0).reverse();
    for (const departure of held) departure.send();
    this.#patience.abort();
    this.#patience = new AbortController();
  }

  #wait(ms = PATIENCE): Promise<void> {
    return within([this.#closed, this.#patience.signal], null, (signal) => sleep(ms, undefined, { signal }));
  }
}
