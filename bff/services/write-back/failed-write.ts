import type { Cause } from '../../domain/cause.ts';
import { endlessRetryDelay, retryDelay } from '../../domain/retry-schedule.ts';
import { MissingInLime } from '../ports/missing-in-lime.ts';
import type { DueWrite, WriteOutcome } from '../ports/store/lime-writes.ts';
import { causeOf } from '../shared/cause.ts';
import { type Context, instantIn } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/** The shortest wait after a call whose answer was lost, ms: Lime may still be about to do it. */
const untilItShows = 15_000;

const passing: readonly Cause[] = ['lime-unreachable', 'rate-limited'];

/** The outcome of a failed write: when it is retried, if it is, and what it waits for. */
export function failedWrite(context: Context, write: DueWrite, error: unknown): WriteOutcome {
  const cause = causeOf(error);
  const attempts = write.attempts + 1;
  const message = error instanceof Error ? error.message : String(error);
  const { kind, billectaId } = write;
  if (cause === 'bug') context.log.error({ kind, billectaId, attempts, err: error }, 'not written to Lime');
  else context.log.warn({ kind, billectaId, attempts, cause, message }, 'not written to Lime');
  const wait = waitAfter(context, attempts, cause);
  const lost = error instanceof Fault && error.code === 'lime-timeout';
  return {
    kind: 'failed',
    cause,
    message,
    attempts,
    retryAt: wait === undefined ? null : instantIn(context, lost ? Math.max(wait, untilItShows) : wait),
    waitsFor: error instanceof MissingInLime ? error.target : null,
  };
}

/** While Lime cannot be reached, a write is never given up. */
function waitAfter({ random }: Context, attempts: number, cause: Cause): number | undefined {
  return passing.includes(cause) ? endlessRetryDelay(attempts, random()) : retryDelay(attempts, random());
}
