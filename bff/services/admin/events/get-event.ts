import type { EventDetail, LimeChange } from '../../../contract/admin/events.ts';
import type { WrittenChange } from '../../ports/store/admin/objects.ts';
import type { CallerContext } from '../../shared/context.ts';
import { Fault } from '../../shared/fault.ts';
import { aboutSubjects, toLine } from './present-event.ts';

const failuresAtMost = 50;
const changesAtMost = 20;

/** An event with its body, its attempts, and the writes to Lime after it. @throws Fault `not-found` */
export async function getEvent(context: CallerContext, id: number): Promise<EventDetail> {
  const { database, store } = context;
  const { events } = store.admin;
  const row = await events.get(database, id);
  if (!row) throw new Fault('not-found', `There is no event ${id}.`);
  const { body, headers: kept, ...event } = row;
  const headers = kept === null ? null : JSON.parse(kept);
  const { subject } = event;
  const [about, failures, changes, blockedBy] = await Promise.all([
    aboutSubjects(context, [subject]),
    events.failures(id, failuresAtMost),
    subject === null ? [] : changesAfter(context, { ...event, subject }),
    subject === null || event.state !== 'pending' ? null : events.blockedBy(database, { id, subject }),
  ]);
  const unwritten = [...new Set(about.unwritten.map(({ cause }) => cause))];
  const written = { changes: changes.map(toChange), unwritten };
  return { ...toLine(event, about), headers, body, failures, ...written, blockedBy };
}

/** The writes about its subject until the next event about the same subject. */
async function changesAfter(
  { database, store }: CallerContext,
  event: { id: number; subject: string; receivedAt: string },
): Promise<WrittenChange[]> {
  const { events, objects } = store.admin;
  const next = await events.next(database, event);
  return objects.written(database, event.subject, {
    from: event.receivedAt,
    to: next?.receivedAt ?? null,
    limit: changesAtMost,
  });
}

const toChange = ({ changes, ...written }: WrittenChange): LimeChange => ({
  ...written,
  fields: changes.map(({ field, before, after }) => ({ field, before, after })),
});
