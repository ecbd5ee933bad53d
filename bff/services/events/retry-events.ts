import { setImmediate } from 'node:timers/promises';
import type { RetryAnswer } from '../../contract/admin/events.ts';
import type { EventFilter, StoredEvent } from '../ports/store/inbox.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { matchEvents } from './match-events.ts';
import { Preview } from './preview-events.ts';

/** How many are read at a time; their bodies may be large. */
const bodiesAtOnce = 4;

/** How many lines a dry run returns. */
const previewedAtMost = 1_000;

/**
 * Has all matching events applied again, oldest first.
 *
 * @param dryRun - changes nothing, and returns the effect that each would have
 */
export async function retryEvents(
  context: CallerContext,
  filter: EventFilter | null,
  { dryRun }: { dryRun: boolean },
): Promise<RetryAnswer> {
  const answer: RetryAnswer = { matched: 0, requeued: 0, changes: [] };
  const preview = new Preview(context);
  for await (const ids of matchEvents(context, filter)) {
    answer.matched += ids.length;
    if (dryRun) {
      for await (const event of read(context, ids.slice(0, previewedAtMost - answer.changes.length)))
        answer.changes.push(await preview.preview(event));
    } else {
      answer.requeued += await context.store.inbox.requeue(context.database, ids, instant(context));
    }
  }
  if (answer.requeued > 0) context.wake('events');
  context.log.info(
    { caller: context.caller, filter, dryRun, ...answer, changes: undefined },
    'events replayed',
  );
  return answer;
}

/** These events, a few bodies at a time. */
async function* read(context: CallerContext, ids: readonly number[]): AsyncGenerator<StoredEvent> {
  for (let at = 0; at < ids.length; at += bodiesAtOnce) {
    yield* await context.store.inbox.read(context.database, ids.slice(at, at + bodiesAtOnce));
    await setImmediate();
  }
}
