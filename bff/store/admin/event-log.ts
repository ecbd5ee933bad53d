import type { Kysely } from 'kysely';
import { bodyPattern } from '../../domain/text/body-pattern.ts';
import type { EventLog, EventRow } from '../../services/ports/store/admin/event-log.ts';
import type { EventFilter } from '../../services/ports/store/inbox.ts';
import type { StoreDialect } from '../dialect.ts';
import { candidates, type Span } from '../events/candidates.ts';
import { isHoldingUp, pending } from '../events/event-states.ts';
import { matching } from '../events/matching.ts';
import type { Schema } from '../schema.ts';
import { idAround } from './id-around.ts';
import { withText } from './with-text.ts';

/** How many adjacent events, how many scattered events, and how many bodies are searched for one answer. */
const lookedAlong = 20_000;
const lookedUp = 5_000;
const lookedInto = 2_000;

/** Ids that answer a search for an id. */
const idsAtMost = 1_000;

/** How many of the newest events are searched for creditors. */
const recent = 5_000;

const columns = [
  'inbox.id',
  'inbox.delivery_id as deliveryId',
  'inbox.event',
  'inbox.subject',
  'inbox.creditor',
  'inbox.state',
  'inbox.attempts',
  'inbox.duplicates',
  'inbox.received_at as receivedAt',
  'inbox.occurred_at as occurredAt',
  'inbox.completed_at as completedAt',
  'inbox.next_attempt_at as nextAttemptAt',
  'inbox.cause',
  'inbox.outcome',
] as const;

export function eventLog(db: Kysely<Schema>, dialect: StoreDialect): EventLog {
  const inbox = (database: string) => db.selectFrom('inbox').where('inbox.lime_database', '=', database);

  async function spanOf(database: string, filter: EventFilter, before: number | null): Promise<Span> {
    const { from, to } = filter;
    return {
      before: Math.min(
        before ?? Number.MAX_SAFE_INTEGER,
        to === undefined ? Number.MAX_SAFE_INTEGER : await idAround(db, database, to, 'after'),
      ),
      from: from === undefined ? 0 : await idAround(db, database, from, 'before'),
    };
  }

  return {
    async find(database, filter, { before, limit }, text) {
      const span = await spanOf(database, filter, before);
      const most = text === undefined ? (narrows(filter) ? lookedAtMost(filter) : limit) : lookedInto;
      const ids = candidates(db, dialect, { database, filter, span, first: 'newest', most });
      const matched = db
        .selectFrom(ids.as('inbox'))
        .select(columns)
        .where(matching(filter))
        .orderBy('inbox.id', 'desc');
      const events: EventRow[] =
        text === undefined
          ? await matched.limit(limit).execute()
          : await withText(db, dialect, await matched.execute(), { pattern: bodyPattern(text), limit });
      const last = events.at(-1);
      if (last && events.length === limit)
        return { events, searchedTo: { id: last.id, at: last.receivedAt } };
      return { events, searchedTo: await end(ids, most) };
    },

    async idsOf(database, { id, text, subjects }) {
      const named = [text, ...subjects];
      const found = await Promise.all([
        inbox(database).select('id').where('delivery_id', '=', text).execute(),
        id === null ? [] : inbox(database).select('id').where('id', '=', id).execute(),
        candidates(db, dialect, {
          database,
          filter: { subjects: named },
          span: everything,
          first: 'newest',
          most: idsAtMost,
        })
          .clearSelect()
          .select('id')
          .execute(),
      ]);
      return [...new Set(found.flat().map((row) => row.id))];
    },

    get: (database, id) =>
      inbox(database)
        .leftJoin('inbox_body', 'inbox_body.event_id', 'inbox.id')
        .select([...columns, 'inbox_body.body', 'inbox_body.headers'])
        .where('inbox.id', '=', id)
        .executeTakeFirst(),

    failures: (id, limit) =>
      db
        .selectFrom('attempt')
        .select(['at', 'ms', 'cause', 'message'])
        .where('event_id', '=', id)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),

    next: (database, { id, subject }) =>
      inbox(database)
        .select('received_at as receivedAt')
        .where('subject', '=', subject)
        .where('state', '<>', pending)
        .where('id', '>', id)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),

    async blockedBy(database, { id, subject }) {
      const row = await inbox(database)
        .select('id')
        .where('subject', '=', subject)
        .where('id', '<', id)
        .where(isHoldingUp)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? null;
    },

    newest: (database) =>
      inbox(database).select('received_at as receivedAt').orderBy('id', 'desc').limit(1).executeTakeFirst(),

    async queue(database) {
      const row = await inbox(database)
        .select(({ fn }) => [fn.countAll<number>().as('depth'), fn.min('id').as('oldest')])
        .where('state', '=', pending)
        .executeTakeFirstOrThrow();
      const depth = Number(row.depth);
      if (depth === 0) return { depth, oldestReceivedAt: null };
      const oldest = await inbox(database)
        .select('received_at')
        .where('id', '=', Number(row.oldest))
        .executeTakeFirst();
      return { depth, oldestReceivedAt: oldest?.received_at ?? null };
    },

    async creditors(database) {
      const newest = await db
        .selectFrom('inbox')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst();
      const rows = await db
        .selectFrom(
          inbox(database)
            .select(['creditor', 'received_at'])
            // By their ids, so that not all events of the database are put in order first.
            .where('id', '>', Number(newest?.id ?? 0) - recent)
            .orderBy('id', 'desc')
            .as('newest'),
        )
        .select(({ fn }) => ['creditor', fn.max('received_at').as('at')])
        .where('creditor', 'is not', null)
        .groupBy('creditor')
        .execute();
      return new Map(rows.map(({ creditor, at }) => [creditor ?? '', at]));
    },
  };

  /** Where the search ended; null when nothing was left to search. */
  async function end(ids: ReturnType<typeof candidates>, most: number) {
    const { count, last } = await db
      .selectFrom(ids.clearSelect().select('id').as('looked'))
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('id').as('last')])
      .executeTakeFirstOrThrow();
    if (Number(count) < most) return null;
    const row = await db
      .selectFrom('inbox')
      .select(['id', 'received_at as at'])
      .where('id', '=', Number(last))
      .executeTakeFirst();
    return row ?? null;
  }
}

const everything: Span = { before: Number.MAX_SAFE_INTEGER, from: 0 };

/** Whether not every candidate matches. */
const narrows = ({ event, creditor, causes, states, from, to, ids, subjects }: EventFilter) =>
  [event, creditor, causes, states, from, to, ids, subjects].some((part) => part !== undefined);

/** Few where each is to be fetched from another place. */
const lookedAtMost = ({ states, subjects }: EventFilter) =>
  subjects || (states && !states.includes('applied')) ? lookedUp : lookedAlong;
