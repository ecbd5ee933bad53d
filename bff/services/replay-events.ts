import type { RetryAnswer } from '../contract/sync-events.ts';
import { type CallerContext, instant } from './context.ts';
import type { EventFilter, StoredEvent } from './ports/inbox.ts';
import { Preview } from './preview-event.ts';

const page = 500;

/** How many lines a dry run tells. */
const told = 1_000;

/**
 * Has all matching events applied again, oldest first.
 *
 * @param dryRun - changes nothing, and tells what each would come to
 */
export async function replayEvents(
  context: CallerContext,
  filter: EventFilter,
  { dryRun }: { dryRun: boolean },
): Promise<RetryAnswer> {
  const answer: RetryAnswer = { matched: 0, renewed: 0, changes: [] };
  const preview = new Preview(context);
  for await (const events of pages(context, filter)) {
    answer.matched += events.length;
    if (dryRun) {
      for (const event of events.slice(0, told - answer.changes.length)) {
        answer.changes.push(await preview.of(event));
      }
    } else {
      const ids = events.map(({ id }) => id);
      answer.renewed += await context.store.inbox.renew(context.database, ids, instant(context));
    }
  }
  if (answer.renewed > 0) context.wake('events');
  context.log.info(
    { caller: context.caller, filter, dryRun, ...answer, changes: undefined },
    'events replayed',
  );
  return answer;
}

async function* pages(context: CallerContext, filter: EventFilter): AsyncGenerator<StoredEvent[]> {
  let after = 0;
  for (;;) {
    const events = await context.store.inbox.find(context.database, filter, { after, limit: page });
    if (events.length > 0) yield events;
    after = events.at(-1)?.id ?? after;
    if (events.length < page) return;
  }
}
