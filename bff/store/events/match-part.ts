import type { Kysely } from 'kysely';
import type { EventFilter } from '../../services/ports/store/inbox.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { candidates } from './candidates.ts';
import { areOfFew, matching } from './matching.ts';

/** How many ids one statement finds, and how many events it searches. */
const idsAtOnce = 200;
const searchedAtOnce = 2_000;

/** Ids of the events that match, oldest first, among the next ones behind `after`. `next`: null when none is left. */
export async function matchPart(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  { database, filter, after }: { database: string; filter: EventFilter; after: number },
): Promise<{ ids: number[]; next: number | null }> {
  const isIndexed = filter.ids || filter.subjects || filter.failing || areOfFew(filter.states);
  const before = isIndexed ? Number.MAX_SAFE_INTEGER : after + searchedAtOnce + 1;
  const span = { from: after + 1, before };
  const part = candidates(db, dialect, { database, filter, span, first: 'oldest', most: searchedAtOnce });
  const rows = await db
    .selectFrom(part.as('inbox'))
    .select('inbox.id')
    .where(matching(filter))
    .orderBy('inbox.id')
    .limit(idsAtOnce)
    .execute();
  const ids = rows.map(({ id }) => id);
  return { ids, next: ids.length === idsAtOnce ? (ids.at(-1) ?? null) : await end() };

  async function end(): Promise<number | null> {
    if (!isIndexed) return before <= (await newestId(db)) ? before - 1 : null;
    const { count, last } = await db
      .selectFrom(part.clearSelect().select('id').as('searched'))
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('id').as('last')])
      .executeTakeFirstOrThrow();
    return Number(count) === searchedAtOnce ? Number(last) : null;
  }
}

async function newestId(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return Number(row?.id ?? 0);
}
