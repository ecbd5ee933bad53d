import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { EventFilter, EventState } from '../../services/ports.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { isSetAside, stateIs } from './event-states.ts';

/** Events with ids from one on, and before another. */
export interface Span {
  from: number;
  before: number;
}

type Ids = SelectQueryBuilder<Schema, 'inbox', { id: number }>;

/**
 * The newest events among which the matching ones are, at most `most`: by the index that narrows them down best. All
 * that match are among those with the same ids or greater.
 */
export function candidates(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  database: string,
  filter: EventFilter,
  { from, before }: Span,
  most: number,
): Ids {
  const { ids, subjects, states } = filter;
  const within = () =>
    db
      .selectFrom('inbox')
      .select('id')
      .where('lime_database', '=', database)
      .where('id', '<', before)
      .where('id', '>=', from);
  const newest = (query: Ids) => query.orderBy('id', 'desc').limit(most);
  if (ids) return newest(within().where('id', 'in', dialect.list(ids)));
  if (subjects) {
    const about = () => within().where('subject', 'in', dialect.list(subjects));
    return newest(
      together(
        db,
        [about().where(sql<boolean>`state <> 'pending'`), about().where(stateIs('pending'))].map(newest),
      ),
    );
  }
  if (states && !states.includes('applied'))
    return newest(
      together(
        db,
        [...new Set(states)].map((state) => newest(within().where(inState(state)))),
      ),
    );
  return newest(within());
}

const inState = (state: EventState) =>
  state === 'pending' ? stateIs(state) : sql<boolean>`${isSetAside} and ${stateIs(state)}`;

/** The ids of several questions, each bounded by itself, as one. */
function together(db: Kysely<Schema>, queries: readonly Ids[]): Ids {
  const parts = queries.map(
    (query, place) => sql`select id from (${query}) as part${sql.raw(String(place))}`,
  );
  return db
    .selectFrom(sql<{ id: number }>`(${sql.join(parts, sql` union all `)})`.as('inbox'))
    .select('id') as unknown as Ids;
}
