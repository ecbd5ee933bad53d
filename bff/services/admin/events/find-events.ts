import type { EventFilter as AskedFilter, EventPage } from '../../../contract/admin/events.ts';
import type { EventFilter } from '../../ports/store/inbox.ts';
import type { CallerContext } from '../../shared/context.ts';
import { readCursor } from '../cursor.ts';
import { aboutSubjects, toLine } from './present-event.ts';
import { toEventFilter } from './to-event-filter.ts';

interface Asked {
  q: string | undefined;
  /** Where `q` is searched; by default wherever it is found first. */
  where: 'bodies' | undefined;
  limit: number;
  after: string | undefined;
}

/**
 * A page of stored events, newest first. A search by name covers all of time; bodies are searched a few thousand at a
 * time, and the page reports how far.
 */
export async function findEvents(
  context: CallerContext,
  asked: AskedFilter,
  { q, where, limit, after }: Asked,
): Promise<EventPage> {
  const filter = await toEventFilter(context, asked);
  if (filter === null) return { events: [], next: null, searchedTo: null, searched: 'all' };
  const ids = q === undefined || where === 'bodies' ? [] : await idsOf(context, q);
  const searched = q === undefined ? 'all' : ids.length > 0 ? 'ids' : 'bodies';
  const page = { before: readCursor(after), limit };
  const { events, searchedTo } = await context.store.admin.events.find(
    context.database,
    ids.length > 0 ? ({ ...filter, ids } satisfies EventFilter) : filter,
    page,
    searched === 'bodies' ? q : undefined,
  );
  const about = await aboutSubjects(
    context,
    events.map(({ subject }) => subject),
  );
  return {
    events: events.map((event) => toLine(event, about)),
    next: searchedTo && String(searchedTo.id),
    searchedTo: searchedTo?.at ?? null,
    searched,
  };
}

async function idsOf({ store, database }: CallerContext, q: string): Promise<number[]> {
  const named = await store.admin.objects.named(database, q);
  return store.admin.events.idsOf(database, {
    id: /^\d{1,15}$/.test(q) ? Number(q) : null,
    text: q,
    subjects: named.map(({ actionPublicId }) => actionPublicId),
  });
}
