import { setTimeout as sleep } from 'node:timers/promises';
import type { IdempotentRequest } from '../ports/store/idempotency.ts';
import { type CallerContext, instant } from './context.ts';
import { Fault } from './fault.ts';

export interface Answer {
  status: number;
  body: string;
}

/** How often to check whether the same request, which is under way, has been answered, ms. */
const pollEvery = 50;

/** Longer than any request is under way, ms; one that has been so for longer died with its process. */
const longest = 30_000;

/**
 * Answers a request once: a repetition gets the first answer. Stored are successes and final refusals; a request that
 * was not authorized, or failed, may be retried. Lime has to know the caller, also for a stored answer.
 *
 * @throws Fault `idempotency-key-reused` when the key came with another request before; as Lime answers the caller
 */
export async function idempotentAnswer(
  context: CallerContext,
  request: IdempotentRequest,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const { database, store } = context;
  const deadline = context.deadline();
  await context.lime.requireKnown(context.credential, deadline);
  for (;;) {
    const known = await store.idempotency.begin(database, request, instant(context));
    if (known.kind === 'new') break;
    if (known.requestHash !== request.requestHash)
      throw new Fault('idempotency-key-reused', 'This Idempotency-Key came with another request before.');
    if (known.kind === 'answered') return { status: known.status, body: known.body };
    if (context.now().getTime() - Date.parse(known.begunAt) > longest)
      await store.idempotency.delete(database, request);
    if (deadline.aborted)
      throw new Fault('storage-unavailable', 'The same request is still under way. Ask again.', {
        retryAfter: 1,
      });
    await sleep(pollEvery);
  }
  return answerOnce(context, request, answer);
}

async function answerOnce(
  { database, store }: CallerContext,
  request: IdempotentRequest,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  let given: Answer | undefined;
  try {
    given = await answer();
    return given;
  } finally {
    await (given && isFinal(given)
      ? store.idempotency.answer(database, request, given)
      : store.idempotency.delete(database, request));
  }
}

const isFinal = ({ status }: Answer) => status < 300 || status === 409;
