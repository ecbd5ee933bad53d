import { hash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { LRUCache } from 'lru-cache';
import type { Credential } from '../../services/ports/lime.ts';
import { Fault } from '../../services/shared/fault.ts';

/** How many callers are remembered; evicts the caller that was checked first. */
const atMost = 5_000;

/** Lime's ways to say no to this caller; anything else that it throws says nothing of them. */
const refusals: readonly Fault['code'][] = ['unauthenticated', 'forbidden', 'not-found'];

interface Known<T> {
  askedAt: number;
  answer: Promise<T>;
  /** How long it is valid, ms; until the answer while there is none. */
  lasts: number;
}

/** Lime's answers to one question, each for the credential that asked alone. */
export class Memory<T> {
  readonly #answers = new LRUCache<string, Known<T>>({ max: atMost });

  /**
   * @param now - the present, ms
   * @param lasts - how long an answer is valid, ms from when it was asked for
   * @param refusalLasts - the same of a refusal that is thrown
   */
  constructor(
    private readonly now: () => number,
    private readonly lasts: (answer: T) => number,
    private readonly refusalLasts: number,
  ) {}

  /** The remembered answer about a caller; undefined when Lime has to be asked. */
  known(credential: Credential): Promise<T> | undefined {
    const known = this.#answers.peek(keyOf(credential));
    return known && this.now() - known.askedAt < known.lasts ? known.answer : undefined;
  }

  /** @throws Fault as Lime answers; `lime-timeout` when the signal is aborted before there is an answer */
  answer(credential: Credential, signal: AbortSignal, ask: (own: AbortSignal) => Promise<T>): Promise<T> {
    const known = this.known(credential);
    if (known) return within(signal, known);
    // Others may wait for it too, so it does not end with the one who asked first; Lime's own time-out ends it.
    const answer = ask(new AbortController().signal);
    this.#remember(keyOf(credential), answer);
    return within(signal, answer);
  }

  #remember(who: string, answer: Promise<T>): void {
    const known: Known<T> = { askedAt: this.now(), answer, lasts: Number.POSITIVE_INFINITY };
    this.#answers.set(who, known);
    answer.then(
      (given) => {
        known.lasts = this.lasts(given);
      },
      (error) => {
        known.lasts = error instanceof Fault && refusals.includes(error.code) ? this.refusalLasts : 0;
      },
    );
  }
}

/** Identifies a credential without storing it. */
function keyOf({ kind, value }: Credential): string {
  return hash('sha256', `${kind}:${value}`, 'base64');
}

/** @throws Fault `lime-timeout` when the signal is aborted before there is an answer */
function within<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () =>
      reject(new Fault('lime-timeout', 'Lime did not answer in time.', { cause: signal.reason }));
    if (signal.aborted) leave();
    // Concurrent questions share a signal; each takes its listener off again, so that many are no leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
