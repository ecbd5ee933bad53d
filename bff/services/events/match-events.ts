import { setImmediate } from 'node:timers/promises';
import type { EventFilter } from '../ports/store/inbox.ts';
import type { Context } from '../shared/context.ts';

/**
 * Ids of all events that match, oldest first, in parts; other callers have their turn after each. What is counted,
 * previewed and retried comes from here, so that it is the same.
 *
 * @param filter - null matches nothing
 */
export async function* matchEvents(
  { store, database }: Pick<Context, 'store' | 'database'>,
  filter: EventFilter | null,
): AsyncGenerator<number[]> {
  if (filter === null) return;
  for (let after: number | null = 0; after !== null; ) {
    const part: { ids: number[]; next: number | null } = await store.inbox.match(database, filter, after);
    if (part.ids.length > 0) yield part.ids;
    after = part.next;
    await setImmediate();
  }
}
