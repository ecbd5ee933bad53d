import { Agent, request } from 'undici';
import type { Log } from '../services/context.ts';
import { Fault } from '../services/fault.ts';
import type { Credential } from '../services/ports.ts';

export interface LimeHttpOptions {
  /** With the application, for example `https://acme.lime-crm.com/acme`. */
  url: string;
  /** Unique to this package; Lime asks for it (facts/lime.md 7.2). */
  userAgent: string;
  log: Log;
  /** How long one call may take, ms. */
  timeout?: number;
}

/** GET calls to Lime's REST API, over pooled connections. Follows no redirects. */
export class LimeHttp {
  readonly #agent = new Agent({ keepAliveTimeout: 30_000, connections: 32, connect: { timeout: 3_000 } });

  constructor(private readonly options: LimeHttpOptions) {}

  /**
   * @param path - below `api/v1/`
   * @returns the parsed answer
   * @throws Fault `unauthenticated`, `forbidden`, `not-found` as Lime says; a `lime-…` when it fails or is silent
   */
  async get(path: string, credential: Credential, signal: AbortSignal): Promise<unknown> {
    const { url, userAgent, log, timeout = 5_000 } = this.options;
    const started = performance.now();
    try {
      const response = await request(`${url}/api/v1/${path}`, {
        dispatcher: this.#agent,
        headers: { accept: 'application/json', 'user-agent': userAgent, ...credentialHeader(credential) },
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      });
      const text = await response.body.text();
      const ms = Math.round(performance.now() - started);
      log.info({ to: 'lime', path: path.split('?')[0], outcome: response.statusCode, ms }, 'called');
      if (response.statusCode !== 200) throw faultOf(response.statusCode);
      return JSON.parse(text);
    } catch (error) {
      throw error instanceof Fault ? error : silence(error);
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

function credentialHeader({ kind, value }: Credential): Record<string, string> {
  return kind === 'cookie' ? { cookie: value } : { 'x-api-key': value };
}

function faultOf(status: number): Fault {
  switch (status) {
    case 401:
      return new Fault(
        'unauthenticated',
        'Lime does not know who is asking. Log in to Lime, or check the x-api-key.',
      );
    case 403:
      return new Fault('forbidden', 'Lime does not allow this.');
    case 404:
      return new Fault('not-found', 'There is no such thing in Lime, or it may not be seen.');
    case 429:
      return new Fault('lime-rate-limited', 'Lime asks us to wait before calling again.', { retryAfter: 10 });
    default:
      return new Fault('lime-failed', `Lime failed (${status}).`);
  }
}

function silence(cause: unknown): Fault {
  if (cause instanceof SyntaxError)
    return new Fault('lime-failed', 'Lime answered something that is no JSON.', { cause });
  const timedOut = cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name);
  return timedOut
    ? new Fault('lime-timeout', 'Lime did not answer in time.', { cause })
    : new Fault('lime-unreachable', 'Lime cannot be reached.', { cause });
}
