import type { Command } from '../../domain/command.ts';
import type { Fields } from '../../domain/fields.ts';
import type { ListedInvoice } from '../../domain/reconcile.ts';
import { type Hide, hiding, partsOf } from '../../domain/text/hide.ts';
import { isPlainId } from '../../domain/text/plain-id.ts';
import { type Answer, Connections } from '../../resilience/connections.ts';
import { OutageBreaker } from '../../resilience/outage-breaker.ts';
import { RemoteClock } from '../../resilience/remote-clock.ts';
import { defaultWait } from '../../resilience/retry-after.ts';
import { longestAnswer, textUpTo } from '../../resilience/text-up-to.ts';
import type { BillectaPort, InvoiceReading, ReadPriority } from '../../services/ports/billecta.ts';
import type { BillectaLists, Creditor, ListOf } from '../../services/ports/billecta-lists.ts';
import type { Log } from '../../services/shared/context.ts';
import { Fault } from '../../services/shared/fault.ts';
import { within } from '../../signals/within.ts';
import { readList } from '../lists/read-list.ts';
import { toCreditors } from '../lists/to-creditors.ts';
import { toDebtor } from '../mapping/to-debtor.ts';
import { toReading } from '../mapping/to-reading.ts';
import type { WantedFields } from '../webhook/wanted-fields.ts';
import type { EnvelopeKeys } from '../webhook/webhook-envelope.ts';
import { type Authorization, fixedAuthorization, TokenAuthorization } from './authorization.ts';
import { faultOfAnswer, faultOfError } from './faults.ts';
import type { Operation, Operations } from './operations.ts';
import { ReadGate, type ReadLimit } from './read-gate.ts';
import { repeating } from './repeat.ts';
import { readToken } from './token-view.ts';

export interface BillectaClientOptions {
  /** For example `https://api.billecta.com`. */
  url: string;
  /** The whole `Authorization` value, or the user whose tokens are fetched. */
  credential: { authorization: string } | { user: string; password: string };
  operations: Operations;
  readLimits: readonly ReadLimit[];
  /** Where the parts of a webhook are. */
  envelope: EnvelopeKeys;
  /** The fields to read beside those of the status. */
  fields: WantedFields;
  log: Log;
  /** Removes the service's secrets from Billecta's texts. */
  hide: Hide;
  /** How long one call may take, ms. */
  timeout?: number;
}

/** The longest wait before a caller is asked to come back instead, ms. */
const timeoutMs: Record<ReadPriority, number> = {
  command: 5_000,
  user: 5_000,
  task: Number.POSITIVE_INFINITY,
  verification: Number.POSITIVE_INFINITY,
  reconciliation: Number.POSITIVE_INFINITY,
};

/**
 * Puts values into the JSON of a body, each as a JSON text without braces, so that no value is mistaken for a
 * placeholder.
 */
const fillBody = (body: string, values: Record<string, string>): string =>
  body.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : JSON.stringify(value).slice(1, -1).replaceAll('{', '\\u007b');
  });

/** Time limit of a whole list, ms. */
const longestList = 5 * 60 * 1000;

/** Billecta's REST API. Repeats only reads. */
export class BillectaClient implements BillectaPort, BillectaLists {
  readonly #connections: Connections;
  readonly #breaker = new OutageBreaker('billecta');
  readonly #gate: ReadGate;
  readonly #clock = new RemoteClock(() => performance.now());
  readonly #authorization: Authorization;
  readonly #timeout: number;

  constructor(private readonly options: BillectaClientOptions) {
    this.#connections = new Connections('billecta', options.log);
    this.#timeout = options.timeout ?? 8_000;
    this.#gate = new ReadGate(options.readLimits, () => performance.now());
    this.#authorization = this.#authorizationOf(options.credential);
  }

  readInvoice(
    actionPublicId: string,
    priority: ReadPriority,
    signal: AbortSignal,
    caller?: string,
  ): Promise<InvoiceReading> {
    const { operations, fields } = this.options;
    const read = (json: unknown) => about(actionPublicId, toReading(json, fields.invoice));
    return this.#read(operations.readInvoice, actionPublicId, { priority, signal, parse: read, caller });
  }

  readDebtor(debtorPublicId: string, priority: ReadPriority, signal: AbortSignal): Promise<Fields> {
    const { operations, fields } = this.options;
    const read = (json: unknown) => toDebtor(json, debtorPublicId, fields.debtor);
    return this.#read(operations.readDebtor, debtorPublicId, { priority, signal, parse: read });
  }

  creditors(priority: 'user' | 'reconciliation', signal: AbortSignal): Promise<Creditor[]> {
    return this.#read(this.options.operations.readCreditors, '', { priority, signal, parse: toCreditors });
  }

  async listInvoices(list: ListOf, onRow: (row: ListedInvoice) => void, signal: AbortSignal): Promise<void> {
    const { openInvoices, closedInvoices } = this.options.operations;
    const operation = list.kind === 'open' ? openInvoices : closedInvoices;
    const period = list.kind === 'open' ? {} : { from: list.from, to: list.to };
    const id = list.creditorPublicId;
    requireId(operation, id);
    await within([signal], longestList, async (limited) => {
      const page = async (query: Record<string, string>, onChunk: (chunk: Buffer) => boolean) => {
        const answered = await this.#pass('reconciliation', limited);
        const path = `${operation.path}?${new URLSearchParams({ ...period, ...query })}`.replace(/\?$/, '');
        const paged = { ...operation, path };
        const answer = await this.#breaker
          .run(() => this.#answer(paged, id, limited, { timeout: longestList, onChunk }))
          .finally(answered);
        if (answer.status !== 200) throw faultOfAnswer(operation, id, answer);
      };
      await readList(page, onRow, id);
    });
  }

  async run(command: Command, actionPublicId: string, signal: AbortSignal): Promise<void> {
    const operation = this.options.operations[command];
    requireId(operation, actionPublicId);
    const answer = await this.#breaker.run(() => this.#answer(operation, actionPublicId, signal));
    if (answer.status < 200 || answer.status > 299) throw faultOfAnswer(operation, actionPublicId, answer);
  }

  async comment(
    actionPublicId: string,
    { text, toDebtor }: { text: string; toDebtor: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    const operation = this.options.operations.comment;
    requireId(operation, actionPublicId);
    const values = { comment: text, target: toDebtor ? 'ToDebtor' : 'Private' };
    const filled = { ...operation, body: operation.body && fillBody(operation.body, values) };
    const answer = await this.#breaker.run(() => this.#answer(filled, actionPublicId, signal));
    if (answer.status < 200 || answer.status > 299) throw faultOfAnswer(operation, actionPublicId, answer);
  }

  askedToWait(): number {
    return this.#gate.askedToWait();
  }

  isAvailable(): boolean {
    return this.#breaker.isClosed();
  }

  clock(): Date | null {
    return this.#clock.now();
  }

  close(): Promise<void> {
    return this.#connections.close();
  }

  async #read<T>(
    operation: Operation,
    id: string,
    {
      priority,
      signal,
      parse,
      caller,
    }: {
      priority: ReadPriority;
      signal: AbortSignal;
      parse: (json: unknown) => T;
      caller?: string | undefined;
    },
  ): Promise<T> {
    if (operation.path.includes('{id}')) requireId(operation, id);
    let answered = await this.#pass(priority, signal, caller);
    const beforeRepeat = async () => {
      answered();
      answered = await this.#pass(priority, signal, caller);
    };
    const answer = await this.#breaker
      .run(() => repeating(signal, () => this.#answer(operation, id, signal), beforeRepeat))
      .finally(() => answered());
    if (answer.status !== 200) throw faultOfAnswer(operation, id, answer);
    try {
      return parse(JSON.parse(answer.text));
    } catch (cause) {
      throw new Fault('billecta-failed', `Billecta's answer about ${operation.about} ${id} cannot be read.`, {
        cause,
      });
    }
  }

  /**
   * Waits for a place within Billecta's limits.
   *
   * @returns what to call when the answer has arrived
   * @throws Fault `billecta-rate-limited` when that takes too long; `too-many-requests` when the caller is the cause
   */
  async #pass(priority: ReadPriority, signal: AbortSignal, caller?: string): Promise<() => void> {
    const wait = this.#gate.waitFor(priority);
    if (wait > timeoutMs[priority]) throw tooMany(wait);
    const own = this.#gate.waitForOwn(priority, caller);
    if (own > timeoutMs[priority]) throw tooManyOfOne(own);
    try {
      return await this.#gate.enter(priority, signal, caller);
    } catch {
      throw tooMany(this.#gate.waitFor(priority));
    }
  }

  /** Billecta's deliberate answer; an answer that says that it failed counts as none. */
  async #answer(
    operation: Operation,
    actionPublicId: string,
    signal: AbortSignal,
    how?: BillectaResponse,
  ): Promise<Answer> {
    const answer = await this.#authorized(operation, actionPublicId, signal, how);
    if (answer.status >= 500) throw faultOfAnswer(operation, actionPublicId, answer);
    if (answer.status === 429) this.#gate.close((answer.retryAfter ?? defaultWait) * 1000);
    return answer;
  }

  /** A rejected credential did nothing, so the call is repeated where another credential can be had. */
  async #authorized(
    operation: Operation,
    actionPublicId: string,
    signal: AbortSignal,
    how?: BillectaResponse,
  ): Promise<Answer> {
    const header = await this.#authorization.header(signal);
    const answer = await this.#call(operation, actionPublicId, {
      authorization: header,
      signal,
      response: how,
    });
    if (answer.status !== 401 || !this.#authorization.refused(header)) return answer;
    return this.#call(operation, actionPublicId, {
      authorization: await this.#authorization.header(signal),
      signal,
      response: how,
    });
  }

  #authorizationOf(credential: BillectaClientOptions['credential']): Authorization {
    if ('authorization' in credential) return fixedAuthorization(credential.authorization);
    const basic = Buffer.from(`${credential.user}:${credential.password}`).toString('base64');
    const { authenticate } = this.options.operations;
    return new TokenAuthorization(async (signal) => {
      const answer = await this.#call(authenticate, '', { authorization: `Basic ${basic}`, signal });
      if (answer.status !== 200) throw faultOfAnswer(authenticate, '', answer);
      return readToken(answer.text);
    }, Date.now);
  }

  async #call(
    operation: Operation,
    actionPublicId: string,
    {
      authorization,
      signal,
      response: { timeout, onChunk } = { timeout: this.#timeout },
    }: { authorization: string; signal: AbortSignal; response?: BillectaResponse | undefined },
  ): Promise<Answer> {
    const { does, method } = operation;
    const body = operation.body && fillBody(operation.body, { id: actionPublicId });
    const path = operation.path.replaceAll('{id}', encodeURIComponent(actionPublicId));
    const call = {
      url: `${this.options.url}${path}`,
      method,
      headers: {
        authorization,
        accept: 'application/json',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(body === null && method !== 'GET' && { 'content-length': '0' }),
      },
      body,
      timeout,
      note: { does, actionPublicId },
    };
    try {
      return await this.#connections.call(call, signal, async (response) => {
        const isGood = response.statusCode === 200;
        const said = await received(response.body, isGood ? onChunk : undefined);
        this.#clock.set(response.headers.date);
        return isGood || said === null ? said : hiding(partsOf(authorization))(this.options.hide(said));
      });
    } catch (error) {
      throw faultOfError(operation, actionPublicId, error);
    }
  }
}

/** @throws Error when the answer is about another invoice, as one that a proxy mixed up */
function about(actionPublicId: string, reading: InvoiceReading): InvoiceReading {
  const answered = reading.invoice.actionPublicId;
  if (answered.toLowerCase() === actionPublicId.toLowerCase()) return reading;
  throw new Error(`It is about invoice ${answered}`);
}

/** @throws Fault `missing-in-billecta` for what cannot be an id, such as `..`, which would change the path */
function requireId({ about }: Operation, id: string): void {
  if (!isPlainId(id)) throw new Fault('missing-in-billecta', `Billecta has no ${about} with such an id.`);
}

/** How an answer is read. */
interface BillectaResponse {
  /** Time limit of the answer, ms. */
  timeout: number;
  /** Consumes the answer in chunks, so that it need not be kept in memory. @returns whether it wants more */
  onChunk?: (chunk: Buffer) => boolean;
}

async function received(
  body: AsyncIterable<Buffer>,
  onChunk?: (chunk: Buffer) => boolean,
): Promise<string | null> {
  if (!onChunk) return textUpTo(body, longestAnswer.billecta);
  for await (const chunk of body) if (!onChunk(chunk)) return '';
  return '';
}

const tooMany = (wait: number) =>
  new Fault('billecta-rate-limited', 'Billecta may not be asked again just now. Try again in a while.', {
    retryAfter: Math.max(1, Math.ceil(wait / 1000)),
  });

const tooManyOfOne = (wait: number) =>
  new Fault('too-many-requests', 'You have used up your share of what Billecta allows. Wait a moment.', {
    retryAfter: Math.max(1, Math.ceil(wait / 1000)),
  });
