import { hash } from 'node:crypto';
import { Fault } from '../services/fault.ts';
import type { Credential, LimePort } from '../services/ports/lime.ts';

/** How long what Lime said of a caller holds, ms from when it was asked. */
const rememberFor = 10_000;

/** More callers than this are not remembered; whoever was asked about first is forgotten. */
const atMost = 5_000;

/** Lime's ways to say no to this caller; anything else that it throws says nothing of them. */
const refusals: readonly Fault['code'][] = ['unauthenticated', 'forbidden', 'not-found'];

/**
 * Lime, asked once in a while who a caller is: whether they may update invoices, and are an administrator. Both a yes
 * and a no are remembered, for the credential that asked alone. Reading invoices is asked every time.
 *
 * @param now - the present, ms
 */
export function rememberIdentity(lime: LimePort, now: () => number): LimePort {
  const mayUpdate = new Memory<boolean>(now);
  const administrator = new Memory<void>(now);
  return {
    readInvoice: (...asked) => lime.readInvoice(...asked),
    readInvoices: (...asked) => lime.readInvoices(...asked),
    selectInvoices: (...asked) => lime.selectInvoices(...asked),
    mayUpdateInvoices: (credential, signal) =>
      mayUpdate.answer(credential, signal, (own) => lime.mayUpdateInvoices(credential, own)),
    provesAdministrator: (credential, signal) =>
      administrator.answer(credential, signal, (own) => lime.provesAdministrator(credential, own)),
  };
}

/** Answers to one question, by who asked. */
class Memory<T> {
  readonly #answers = new Map<string, { askedAt: number; answer: Promise<T> }>();

  constructor(private readonly now: () => number) {}

  answer(credential: Credential, signal: AbortSignal, ask: (own: AbortSignal) => Promise<T>): Promise<T> {
    const who = keyOf(credential);
    const known = this.#answers.get(who);
    if (known && this.now() - known.askedAt < rememberFor) return within(signal, known.answer);
    // Others may wait for it too, so it does not end with the one who asked first; Lime's own time-out ends it.
    const answer = ask(new AbortController().signal);
    this.#remember(who, answer);
    return within(signal, answer);
  }

  #remember(who: string, answer: Promise<T>): void {
    // Deleted first, since a key that is set again would keep its old place among the oldest.
    this.#answers.delete(who);
    this.#answers.set(who, { askedAt: this.now(), answer });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > atMost && oldest !== undefined) this.#answers.delete(oldest);
    answer.catch((error) => {
      const isRefusal = error instanceof Fault && refusals.includes(error.code);
      if (!isRefusal && this.#answers.get(who)?.answer === answer) this.#answers.delete(who);
    });
  }
}

/** Tells one credential from every other without keeping it. */
function keyOf({ kind, value }: Credential): string {
  return hash('sha256', `${kind}:${value}`, 'base64');
}

/** @throws Fault `lime-timeout` when the signal is aborted before there is an answer */
function within<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () =>
      reject(new Fault('lime-timeout', 'Lime did not answer in time.', { cause: signal.reason }));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
