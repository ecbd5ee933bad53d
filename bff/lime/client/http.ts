import type { Hide } from '../../domain/text/hide.ts';
import { type Answer, Connections } from '../../resilience/connections.ts';
import { OutageBreaker } from '../../resilience/outage-breaker.ts';
import { defaultWait } from '../../resilience/retry-after.ts';
import { longestAnswer, textUpTo } from '../../resilience/text-up-to.ts';
import type { Credential } from '../../services/ports/lime.ts';
import type { Log } from '../../services/shared/context.ts';
import type { Rate } from '../../services/shared/pacing/token-bucket.ts';
import { cloudLimit } from './call-limit.ts';
import { faultOfAnswer, faultOfError } from './faults.ts';
import { Pace } from './pace.ts';
import { readJson } from './read-answer.ts';
import { repeating } from './repeat.ts';

type Method = 'GET' | 'POST' | 'PUT';

interface Call {
  method: Method;
  /** Below `api/v1/`. */
  path: string;
  credential: Credential;
  body?: object | undefined;
}

export interface LimeHttpOptions {
  /** With the application, for example `https://acme.lime-crm.com/acme`. */
  url: string;
  /** Unique to this package; Lime asks for it (docs/facts/lime.md 7.2). */
  userAgent: string;
  /** The service's own key, for background work. */
  apiKey: string;
  log: Log;
  /** Removes the service's secrets from Lime's texts. */
  hide: Hide;
  /** How long one call may take, ms. */
  timeout?: number;
  /** Default: that of Lime's cloud. */
  limit?: Rate;
  /** A clock that only goes forward, ms. */
  now?: () => number;
}

/**
 * Calls to Lime's REST API, over pooled connections. Follows no redirects. Keeps within Lime's limit, makes a read once
 * more when Lime failed, and leaves Lime alone while it is out of order.
 */
export class LimeHttp {
  readonly #connections: Connections;
  readonly #breaker = new OutageBreaker('lime');
  readonly #pace: Pace;

  constructor(private readonly options: LimeHttpOptions) {
    this.#connections = new Connections('lime', options.log);
    this.#pace = new Pace(options.limit ?? cloudLimit, options.now ?? (() => performance.now()));
  }

  /**
   * @param path - below `api/v1/`
   * @returns the parsed answer
   * @throws Fault `unauthenticated`, `forbidden`, `not-found` as Lime says; a `lime-…` when it fails or is silent, is
   *   left alone, or may not be asked any more just now; `too-many-requests` when the caller has asked too much
   */
  async get(path: string, credential: Credential, signal: AbortSignal): Promise<unknown> {
    // A call that will not be made uses up nothing of the limit, and causes no wait.
    if (this.#breaker.isClosed()) await this.#pace.enter(credential, signal);
    const answer = await this.#run(() =>
      repeating(
        signal,
        () => this.#pace.enterNow(),
        () => this.#call({ method: 'GET', path, credential }, signal),
      ),
    );
    if (answer.status !== 200) throw faultOfAnswer(answer);
    return readJson(answer.text);
  }

  /**
   * Writes as the caller, once.
   *
   * @param path - below `api/v1/`
   * @returns what Lime answers on purpose, a refusal too
   * @throws Fault `lime-…` when it fails or is silent, is left alone, or may not be asked any more just now
   */
  async put(path: string, body: object, credential: Credential, signal: AbortSignal): Promise<Answer> {
    if (this.#breaker.isClosed()) await this.#pace.enter(credential, signal);
    const answer = await this.#run(() => this.#call({ method: 'PUT', path, body, credential }, signal));
    if (answer.status === 429) throw faultOfAnswer(answer);
    return answer;
  }

  /**
   * A call of the service's own, made once, behind callers that wait for an answer.
   *
   * @returns Lime's deliberate answer, a refusal too
   * @throws Fault `lime-…` when it fails or is silent, is left alone, or asks the service to wait
   */
  async asService(
    method: Method,
    path: string,
    body: object | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    await this.#pace.enterBehind(signal);
    const call = { method, path, body, credential: { kind: 'api-key', value: this.options.apiKey } as const };
    const answer = await this.#run(() => this.#call(call, signal));
    if (answer.status === 429) throw faultOfAnswer(answer);
    return answer;
  }

  /** False while Lime has failed so often that it is left alone for some seconds. */
  isAvailable(): boolean {
    return this.#breaker.isClosed();
  }

  /** How long Lime has asked the service to wait, ms; 0 when it has not. */
  askedToWait(): number {
    return this.#pace.left();
  }

  close(): Promise<void> {
    return this.#connections.close();
  }

  #run(call: () => Promise<Answer>): Promise<Answer> {
    return this.#breaker.run(call).finally(() => this.#pace.answered());
  }

  async #call(call: Call, signal: AbortSignal): Promise<Answer> {
    const answer = await this.#request(call, signal);
    if (answer.status >= 500) throw faultOfAnswer(answer);
    if (answer.status === 429) this.#pace.close((answer.retryAfter ?? defaultWait) * 1000);
    return answer;
  }

  async #request({ method, path, body, credential }: Call, signal: AbortSignal): Promise<Answer> {
    const { url, userAgent, timeout = 5_000, hide } = this.options;
    const call = {
      url: `${url}/api/v1/${path}`,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': userAgent,
        ...credentialHeader(credential),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
      timeout,
      note: { path: path.split('?')[0] },
    };
    try {
      return await this.#connections.call(call, signal, async (response) => {
        const said = await textUpTo(response.body, longestAnswer.lime);
        return response.statusCode < 400 || said === null ? said : hide(said);
      });
    } catch (error) {
      throw faultOfError(error);
    }
  }
}

function credentialHeader({ kind, value }: Credential): Record<string, string> {
  return kind === 'cookie' ? { cookie: value } : { 'x-api-key': value };
}
