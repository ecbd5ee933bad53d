import { type Kysely, sql } from 'kysely';
import { type Lease, LeaseLost } from '../../services/ports/lease.ts';
import type { EventOutcome, Inbox } from '../../services/ports/store/inbox.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { eventsOf, pending } from './event-states.ts';
import { matchPart } from './match-part.ts';

const none = sql.lit(0);

export function inbox(db: Kysely<Schema>, dialect: StoreDialect): Inbox {
  return {
    async lease(database, now, lease, limit) {
      const ids = await leaseWithRetry(db, dialect, { database, now, lease, limit });
      if (ids.length === 0) return [];
      return withBodies(db).where('inbox.id', dialect.among, dialect.list(ids)).orderBy('inbox.id').execute();
    },

    async complete(token, outcomes, at) {
      let completed = 0;
      for (const [, alike] of groupBy(outcomes, (outcome) => JSON.stringify({ ...outcome, id: 0 }))) {
        completed += await settleAlike(db, dialect, { token, alike, at });
      }
      if (completed !== outcomes.length)
        throw new LeaseLost(`${outcomes.length - completed} events were leased again`);
      await noteAttempts(db, outcomes, at);
    },

    match: (database, filter, after) => matchPart(db, dialect, { database, filter, after }),

    read: (database, ids) =>
      withBodies(db)
        .where('inbox.lime_database', '=', database)
        .where('inbox.id', dialect.among, dialect.list(ids))
        .orderBy('inbox.id')
        .execute(),

    async requeue(database, ids, at, which = 'completed') {
      if (ids.length === 0) return 0;
      const named = db.selectFrom('inbox').select('inbox.id').where('id', dialect.among, dialect.list(ids));
      const { numUpdatedRows } = await db
        .updateTable('inbox')
        .set(dueAt(at))
        .where('lime_database', '=', database)
        // A failing one that is being applied just now is locked, and left to that attempt.
        .where((eb) =>
          which === 'failing'
            ? eb('id', 'in', dialect.lockingSkipLocked(named))
            : eb('id', dialect.among, dialect.list(ids)),
        )
        .where(which === 'failing' ? eventsOf['failing-event'] : sql<boolean>`state <> 'pending'`)
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('inbox_body').select('event_id').whereRef('event_id', '=', 'inbox.id')),
        )
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async dismiss(database, id, by, at) {
      const { numUpdatedRows } = await db
        .updateTable('inbox')
        .set({ state: 'dismissed', completed_at: at, outcome: `Dismissed by ${by}.` })
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .where('state', 'in', ['dead', 'unreadable'])
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async deleteExpired(database, before, limit) {
      const { numDeletedRows } = await db
        .deleteFrom('inbox_body')
        .where('event_id', 'in', (eb) =>
          eb
            .selectFrom('inbox_body')
            .innerJoin('inbox', 'inbox.id', 'inbox_body.event_id')
            .select('inbox_body.event_id')
            .where('inbox_body.lime_database', '=', database)
            .where('inbox_body.received_at', '<', before)
            .where('inbox.state', '!=', 'pending')
            .orderBy('inbox_body.received_at')
            .limit(limit),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

interface LeaseRequest {
  database: string;
  now: string;
  lease: Lease;
  limit: number;
}

/** When the database refuses to lease them together because of one, each is leased alone; the refused one is dead. */
async function leaseWithRetry(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  request: LeaseRequest,
): Promise<number[]> {
  const leaseTo = (ids?: readonly number[]) =>
    dialect.exclusively(db, 'inbox', (alone) => leaseDue(alone, dialect, request, ids));
  try {
    return await leaseTo();
  } catch (error) {
    if (dialect.isPassing(error as Error)) throw error;
    const lent: number[] = [];
    for (const { id } of await dueFor(db, request).execute()) {
      try {
        lent.push(...(await leaseTo([id])));
      } catch (refused) {
        if (dialect.isPassing(refused as Error)) throw refused;
        await setAside(db, id, request.now, refused as Error);
      }
    }
    return lent;
  }
}

/**
 * An event that cannot even be leased fails for good. Its subject is removed: the database may refuse an indexed value.
 */
async function setAside(db: Kysely<Schema>, id: number, at: string, { message }: Error): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'dead', completed_at: at, subject: null, cause: 'bug', outcome: message })
    .where('id', '=', id)
    .execute();
}

/** The events that are due, except those about a subject with an older event that is being applied or has failed. */
function dueFor(db: Kysely<Schema>, { database, now, limit }: LeaseRequest) {
  return db
    .selectFrom('inbox')
    .select('inbox.id')
    .where('inbox.lime_database', '=', database)
    .where('inbox.state', '=', pending)
    .where('inbox.next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('inbox.lease_until', 'is', null), eb('inbox.lease_until', '<=', now)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('inbox as older')
            .select('older.id')
            .whereRef('older.lime_database', '=', 'inbox.lime_database')
            .whereRef('older.subject', '=', 'inbox.subject')
            .whereRef('older.id', '<', 'inbox.id')
            .where('older.state', '=', pending)
            .where((eb) => eb.or([eb('older.attempts', '>', none), eb('older.lease_token', 'is not', null)])),
        ),
      ),
    )
    .orderBy('inbox.next_attempt_at')
    .orderBy('inbox.id')
    .limit(limit);
}

/** Leases the events that are due, or only some of them. */
async function leaseDue(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  request: LeaseRequest,
  ids: readonly number[] | undefined,
): Promise<number[]> {
  const { token, until } = request.lease;
  const all = dueFor(db, request);
  const due = ids ? all.where('inbox.id', 'in', ids) : all;
  const lent = await db
    .updateTable('inbox')
    .set({ lease_token: token, lease_until: until })
    .where('id', 'in', dialect.lockingSkipLocked(due))
    .returning('id')
    .execute();
  return lent.map(({ id }) => id);
}

function withBodies(db: Kysely<Schema>) {
  return db
    .selectFrom('inbox')
    .leftJoin('inbox_body', 'inbox_body.event_id', 'inbox.id')
    .select([
      'inbox.id',
      'inbox.event',
      'inbox.subject',
      'inbox_body.body',
      'inbox.state',
      'inbox.attempts',
      'inbox.received_at as receivedAt',
      'inbox.occurred_at as occurredAt',
    ]);
}

/** Stores the same outcome on several events. @returns how many of them were still leased by the caller */
async function settleAlike(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  { token, alike, at }: { token: string; alike: readonly EventOutcome[]; at: string },
): Promise<number> {
  const [outcome] = alike;
  if (!outcome) return 0;
  const { numUpdatedRows } = await db
    .updateTable('inbox')
    .set({ ...toColumns(outcome, at), lease_token: null, lease_until: null })
    .where('lease_token', '=', token)
    .where('id', dialect.among, dialect.list(alike.map(({ id }) => id)))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

function toColumns(outcome: EventOutcome, at: string) {
  if (outcome.kind === 'returned') return {};
  if (outcome.kind === 'settled')
    return { state: outcome.state, completed_at: at, cause: null, outcome: outcome.words };
  const { attempts, cause, message, retryAt } = outcome;
  return retryAt === null
    ? { state: 'dead' as const, completed_at: at, attempts, cause, outcome: message }
    : { attempts, next_attempt_at: retryAt, cause, outcome: message };
}

async function noteAttempts(
  db: Kysely<Schema>,
  outcomes: readonly EventOutcome[],
  at: string,
): Promise<void> {
  const failed = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed'
      ? [{ event_id: outcome.id, at, ms: outcome.ms, cause: outcome.cause, message: outcome.message }]
      : [],
  );
  if (failed.length > 0) await db.insertInto('attempt').values(failed).execute();
}

/** The columns of an event that is to be applied as if it had just arrived. */
const dueAt = (at: string) =>
  ({
    state: 'pending',
    attempts: 0,
    next_attempt_at: at,
    completed_at: null,
    cause: null,
    outcome: null,
  }) as const;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
