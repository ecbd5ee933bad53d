import { type Kysely, sql } from 'kysely';
import { breathe } from '../breathe.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { partsOf } from './parts-of.ts';

/** Bytes of bodies that one statement looks into, unless a single body has more; bodies at most, however small. */
const bytesAtOnce = 250_000;
const bodiesAtOnce = 100;

/** The number of bodies whose lengths one statement returns; that is cheap, since none is read. */
const lengthsAtOnce = 50;

/**
 * Those of the events whose body has the text, the first `limit`, in their order. Searches few bytes at a time, and
 * yields to the event loop in between.
 *
 * @param pattern - in the form of {@link StoreDialect.matches}
 */
export async function withText<T extends { id: number }>(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  among: readonly T[],
  { pattern, limit }: { pattern: string; limit: number },
): Promise<T[]> {
  const bodies = (events: readonly T[]) =>
    db.selectFrom('inbox_body').where('event_id', dialect.among, dialect.list(events.map(({ id }) => id)));
  const found: T[] = [];
  for (let at = 0; at < among.length; at += lengthsAtOnce) {
    await breathe();
    const some = among.slice(at, at + lengthsAtOnce);
    const lengths = await bodies(some)
      .select(['event_id as id', sql<number>`octet_length(body)`.as('bytes')])
      .execute();
    const bytes = new Map(lengths.map((row) => [row.id, Number(row.bytes)]));
    const stored = some.filter(({ id }) => bytes.has(id));
    const bytesOf = ({ id }: T) => bytes.get(id) ?? 0;
    for (const part of partsOf(stored, bytesOf, { bytes: bytesAtOnce, count: bodiesAtOnce })) {
      await breathe();
      const matching = await bodies(part)
        .select('event_id as id')
        .where(dialect.matches(sql`body`, pattern))
        .execute();
      const ids = new Set(matching.map(({ id }) => id));
      found.push(...part.filter(({ id }) => ids.has(id)));
      if (found.length >= limit) return found.slice(0, limit);
    }
  }
  return found;
}
