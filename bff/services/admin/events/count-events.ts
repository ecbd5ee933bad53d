import type { EventCount, EventFilter } from '../../../contract/admin/events.ts';
import type { CallerContext } from '../../shared/context.ts';
import { toEventFilter } from './to-event-filter.ts';

/** A longer list is of no use to a reader, and counting it takes too long. */
const most = 10_000;

/** How many events match, before an administrator has them applied again. */
export async function countEvents(context: CallerContext, filter: EventFilter): Promise<EventCount> {
  const known = await toEventFilter(context, filter);
  if (known === null) return { matched: 0, more: false };
  return context.store.admin.events.count(context.database, known, most);
}
