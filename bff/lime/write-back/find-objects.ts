import type { LimeObject } from '../../services/ports/lime-writer.ts';
import type { Log } from '../../services/shared/context.ts';
import { QueryAnswer } from '../client/answers.ts';
import type { LimePlace } from '../client/names.ts';
import { readAnswer } from '../client/read-answer.ts';

/** The query for objects by what Billecta calls them, with the properties that are wanted of each. */
export function findQuery(
  { limetype, idField }: LimePlace,
  billectaIds: readonly string[],
  properties: readonly string[],
): string {
  const requested = [...new Set(['_id', idField, ...properties])];
  const query = JSON.stringify({
    limetype,
    filter: { key: idField, op: 'IN', exp: billectaIds },
    // More than there should be, so that two with the same id are noticed.
    limit: billectaIds.length + 10,
    responseFormat: { object: Object.fromEntries(requested.map((name) => [name, null])) },
  });
  return `query/?q=${encodeURIComponent(query)}`;
}

/** The objects found, by Billecta's id. @throws Fault `lime-unreadable` */
export function readFound(
  answer: unknown,
  { limetype, idField }: LimePlace,
  log: Log,
): ReadonlyMap<string, LimeObject> {
  const found = new Map<string, LimeObject>();
  const objects = [...readAnswer(QueryAnswer, answer).objects].sort((one, other) => one._id - other._id);
  for (const { _id: limeId, ...values } of objects) {
    const id = String(values[idField] ?? '').trim();
    const first = found.get(id);
    if (first) log.warn({ limetype, limeId, id }, 'two objects have the same id');
    found.set(id, first ? { ...first, others: [...first.others, limeId] } : { limeId, others: [], values });
  }
  return found;
}
