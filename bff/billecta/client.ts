import { Agent, request } from 'undici';
import type { Command } from '../domain/invoice.ts';
import type { Log } from '../services/context.ts';
import { Fault } from '../services/fault.ts';
import type { BillectaPort } from '../services/ports.ts';
import { OutageBreaker } from './breaker.ts';
import { type Answer, faultOfAnswer, faultOfError } from './faults.ts';
import { type Operation, operations } from './operations.ts';
import { labelWebhook, readWebhook } from './read-webhook.ts';
import { toInvoice } from './to-invoice.ts';
import type { EnvelopeKeys } from './webhook-envelope.ts';

export interface BillectaClientOptions {
  /** For example `https://api.billecta.com`. */
  url: string;
  /** The whole `Authorization` value, `Basic …` or `SecureToken …`. */
  authorization: string;
  /** Where the parts of a webhook are. */
  envelope: EnvelopeKeys;
  log: Log;
  /** How long one call may take, ms. */
  timeout?: number;
}

/** Billecta's REST API, over pooled connections that are kept open. Follows no redirects, repeats nothing. */
export class BillectaClient implements BillectaPort {
  readonly #agent = new Agent({ keepAliveTimeout: 30_000, connections: 32, connect: { timeout: 3_000 } });
  readonly #breaker = new OutageBreaker();
  readonly #timeout: number;

  constructor(private readonly options: BillectaClientOptions) {
    this.#timeout = options.timeout ?? 8_000;
  }

  async readInvoice(actionPublicId: string, signal: AbortSignal) {
    const answer = await this.#guarded(operations.readInvoice, actionPublicId, signal);
    if (answer.status !== 200) throw faultOfAnswer(operations.readInvoice, actionPublicId, answer);
    try {
      return toInvoice(JSON.parse(answer.text));
    } catch (cause) {
      throw new Fault(
        'billecta-failed',
        `Billecta's answer about invoice ${actionPublicId} cannot be read.`,
        { cause },
      );
    }
  }

  async run(command: Command, actionPublicId: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#guarded(operations[command], actionPublicId, signal);
    if (answer.status < 200 || answer.status > 299)
      throw faultOfAnswer(operations[command], actionPublicId, answer);
  }

  isAvailable(): boolean {
    return this.#breaker.isClosed();
  }

  labelWebhook(body: Record<string, unknown>) {
    return labelWebhook(body, this.options.envelope);
  }

  readWebhook(body: Record<string, unknown>) {
    return readWebhook(body, this.options.envelope);
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  /** Calls Billecta unless it is left alone just now; an answer that says that Billecta failed counts as none. */
  #guarded(operation: Operation, actionPublicId: string, signal: AbortSignal): Promise<Answer> {
    return this.#breaker.run(async () => {
      const answer = await this.#call(operation, actionPublicId, signal);
      if (answer.status >= 500) throw faultOfAnswer(operation, actionPublicId, answer);
      return answer;
    });
  }

  async #call(operation: Operation, actionPublicId: string, signal: AbortSignal): Promise<Answer> {
    const { url, authorization } = this.options;
    const path = operation.path.replace('{id}', encodeURIComponent(actionPublicId));
    const started = performance.now();
    try {
      const response = await request(`${url}${path}`, {
        dispatcher: this.#agent,
        method: operation.method,
        headers: {
          authorization,
          accept: 'application/json',
          ...(operation.method === 'GET' ? {} : { 'content-length': '0' }),
        },
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#timeout)]),
      });
      const text = await response.body.text();
      this.#note(operation, actionPublicId, response.statusCode, started);
      return { status: response.statusCode, text, retryAfter: retryAfter(response.headers['retry-after']) };
    } catch (error) {
      this.#note(operation, actionPublicId, error instanceof Error ? error.name : 'error', started);
      throw faultOfError(operation, actionPublicId, error);
    }
  }

  #note({ method }: Operation, actionPublicId: string, outcome: number | string, started: number): void {
    const ms = Math.round(performance.now() - started);
    this.options.log.info({ to: 'billecta', method, actionPublicId, outcome, ms }, 'called');
  }
}

function retryAfter(header: string | string[] | undefined): number | undefined {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
