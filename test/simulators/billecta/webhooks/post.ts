import { Agent, request } from 'undici';
import { within } from '../../../../bff/signals/within.ts';
import type { Delivery, WebhookTarget } from './delivery.ts';

/** Posts webhooks over kept-alive connections; `close` cuts them all. */
export class WebhookPoster {
  readonly #agent = new Agent();
  readonly #timeout: number;

  /** @param timeout ms to wait for an answer */
  constructor(timeout: number) {
    this.#timeout = timeout;
  }

  /** Tries once, and notes on the delivery what came of it. True when it was accepted: any 2xx. */
  async post(delivery: Delivery, target: WebhookTarget, stop: AbortSignal): Promise<boolean> {
    delivery.tries += 1;
    try {
      const status = await within([stop], this.#timeout, async (signal) => {
        const answer = await request(target.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8', ...target.headers },
          body: delivery.body,
          dispatcher: this.#agent,
          signal,
        });
        await answer.body.dump();
        return answer.statusCode;
      });
      delivery.lastStatus = status;
      return status >= 200 && status < 300;
    } catch {
      delivery.lastStatus = null;
      return false;
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}
