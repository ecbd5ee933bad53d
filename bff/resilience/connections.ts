import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import type { Log } from '../services/shared/context.ts';
import { within } from '../signals/within.ts';
import type { Neighbour } from './outage-breaker.ts';
import { retryAfter } from './retry-after.ts';
import { codeOf } from './why-unreachable.ts';

/** An answer of a system that the service calls. */
export interface Answer {
  status: number;
  text: string;
  /** The wait that it asks for, s; undefined when it does not say. */
  retryAfter: number | undefined;
}

interface Call {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Record<string, string>;
  body: string | null;
  /** Time limit of the whole answer, ms. */
  timeout: number;
  /** What the log says of the call. */
  note: Record<string, string | undefined>;
}

/** Pooled connections to a system, kept open, through the proxy of the environment. Follows no redirects. */
export class Connections {
  readonly #agent = new EnvHttpProxyAgent({
    keepAliveTimeout: 30_000,
    connections: 32,
    connect: { timeout: 3_000 },
  });

  constructor(
    private readonly neighbour: Neighbour,
    private readonly log: Log,
  ) {}

  /**
   * Makes one call, and logs how it ended.
   *
   * @param read - reads the body; null when it is too long: the answer keeps its status, which shows the outcome
   * @throws the connection's error, or a `TimeoutError`
   */
  async call(
    { url, timeout, note, ...options }: Call,
    signal: AbortSignal,
    read: (response: Dispatcher.ResponseData) => Promise<string | null>,
  ): Promise<Answer> {
    const started = performance.now();
    const logged = (outcome: number | string) => {
      const ms = Math.round(performance.now() - started);
      this.log.info({ to: this.neighbour, ...note, method: options.method, outcome, ms }, 'called');
    };
    try {
      return await within([signal], timeout, async (limited) => {
        const response = await request(url, { ...options, dispatcher: this.#agent, signal: limited });
        const text = await read(response);
        logged(text === null ? 'too long' : response.statusCode);
        const wait = retryAfter(response.headers['retry-after'], Date.now());
        return { status: response.statusCode, text: text ?? '', retryAfter: wait };
      });
    } catch (error) {
      logged(codeOf(error) ?? (error instanceof Error ? error.name : 'error'));
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}
