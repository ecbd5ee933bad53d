import { applyEvent } from './apply-event.ts';
import { type Context, instant } from './context.ts';

const batch = 50;

/**
 * Applies the events that are due, in order of arrival.
 *
 * @returns whether there may be more
 */
export async function applyDueEvents(context: Context, stopping: AbortSignal): Promise<boolean> {
  const events = await context.store.inbox.due(context.database, instant(context), batch);
  for (const event of events) {
    if (stopping.aborted) return false;
    await applyEvent(context, event);
  }
  if (events.length > 0) context.wake();
  return events.length === batch;
}
