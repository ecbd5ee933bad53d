import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { EventState } from '../../domain/event-state.ts';
import type { EventFilter } from '../../services/ports/store/inbox.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { eventsOf, isSetAside, stateIs } from './event-states.ts';

/** Events with ids from one on, and before another. */
export interface Span {
  from: number;
  before: number;
}

type Events = SelectQueryBuilder<Schema, 'inbox', Selectable<Schema['inbox']>>;

/** Which events are looked at, at most `most`, and from which end. */
interface Look {
  database: string;
  filter: EventFilter;
  span: Span;
  first: 'newest' | 'oldest';
  most: number;
}

/**
 * The newest (or oldest) events among which the matching ones are, at most `most`: by the index that narrows them down
 * best. All that match are among those with the same ids or greater (or smaller).
 */
export function candidates(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  { database, filter, span: { from, before }, first, most }: Look,
): Events {
  const { ids, subjects, states, failing } = filter;
  const within = () =>
    db
      .selectFrom('inbox')
      .selectAll()
      .where('lime_database', '=', database)
      .where('id', '<', before)
      .where('id', '>=', from);
  const some = (query: Events) => query.orderBy('id', first === 'newest' ? 'desc' : 'asc').limit(most);
  if (ids) return some(within().where('id', dialect.among, dialect.list(ids)));
  if (subjects) {
    const about = () => within().where('subject', dialect.among, dialect.list(subjects));
    return some(
      together(
        db,
        [about().where(sql<boolean>`state <> 'pending'`), about().where(stateIs('pending'))].map(some),
      ),
    );
  }
  if (failing) return some(within().where(eventsOf['failing-event']));
  if (states && !states.includes('applied'))
    return some(
      together(
        db,
        [...new Set(states)].map((state) => some(within().where(inState(state)))),
      ),
    );
  return some(within());
}

const inState = (state: EventState) =>
  state === 'pending' ? stateIs(state) : sql<boolean>`${isSetAside} and ${stateIs(state)}`;

/** The union of several queries, each limited on its own. */
function together(db: Kysely<Schema>, queries: readonly Events[]): Events {
  const [only, ...others] = queries;
  if (only && others.length === 0) return only;
  const parts = queries.map((query, place) => sql`select * from (${query}) as part${sql.raw(String(place))}`);
  const all = sql<Selectable<Schema['inbox']>>`(${sql.join(parts, sql` union all `)})`.as('inbox');
  return db.selectFrom(all).selectAll() as unknown as Events;
}
