import type { EventFilter as AskedFilter } from '../../../contract/admin/events.ts';
import type { EventFilter } from '../../ports/store/inbox.ts';
import type { Context } from '../../shared/context.ts';

/** An administrator's filter in the inbox's terms. Null when it can match nothing. */
export async function toEventFilter(
  { store, database }: Pick<Context, 'store' | 'database'>,
  { subject, invoice, ...filter }: AskedFilter,
): Promise<EventFilter | null> {
  if (invoice === undefined) return { ...filter, ...(subject !== undefined && { subjects: [subject] }) };
  const named = await store.admin.objects.named(database, invoice);
  const subjects = named
    .map(({ actionPublicId }) => actionPublicId)
    .filter((id) => subject === undefined || id === subject);
  return subjects.length > 0 ? { ...filter, subjects } : null;
}
