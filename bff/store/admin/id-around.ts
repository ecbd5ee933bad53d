import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Events of one moment may be stored in another order than that in which they came; never so far apart. */
const apart = 2_000;

/**
 * An id near which events came at an instant, found by halving: ids grow as time does.
 *
 * @param side - all that came `before` the instant have smaller ids or are few; all that came `after` it have greater
 *   ones
 */
export async function idAround(
  db: Kysely<Schema>,
  database: string,
  at: string,
  side: 'before' | 'after',
): Promise<number> {
  const { highest } = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.max('id').as('highest'))
    .executeTakeFirstOrThrow();
  let low = 0;
  let high = Number(highest ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = await db
      .selectFrom('inbox')
      .select('received_at')
      .where('lime_database', '=', database)
      .where('id', '>=', middle)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (event && event.received_at < at) low = middle + 1;
    else high = middle;
  }
  return side === 'before' ? Math.max(0, low - apart) : low + apart;
}
