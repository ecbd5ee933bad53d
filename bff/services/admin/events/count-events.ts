import type { EventCount, EventFilter } from '../../../contract/admin/events.ts';
import { matchEvents } from '../../events/match-events.ts';
import type { CallerContext } from '../../shared/context.ts';
import { toEventFilter } from './to-event-filter.ts';

/** A longer list is of no use to a reader, and counting it takes too long. */
const most = 10_000;

/** How many events match, before an administrator has them applied again. */
export async function countEvents(context: CallerContext, filter: EventFilter): Promise<EventCount> {
  let matched = 0;
  for await (const ids of matchEvents(context, await toEventFilter(context, filter))) {
    matched += ids.length;
    if (matched > most) return { matched: most, more: true };
  }
  return { matched, more: false };
}
