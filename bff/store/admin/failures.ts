import { type Kysely, sql } from 'kysely';
import type { Cause } from '../../domain/cause.ts';
import type { FailureGroup, Failures } from '../../services/ports/store/admin/failures.ts';
import { eventsOf } from '../events/event-states.ts';
import type { Schema } from '../schema.ts';
import { failureSamples } from './failure-samples.ts';
import { leftOutGroups, leftOutSamples, requeueLeftOut } from './left-out.ts';

export function failures(db: Kysely<Schema>): Failures {
  return {
    async groups(database, since) {
      const found = await Promise.all([
        events(database, 'event'),
        events(database, 'unreadable-event'),
        events(database, 'failing-event'),
        writes(database),
        leftOutGroups(db, database),
        reads(database),
        requests(database, since),
      ]);
      return found.flat().map((group) => ({
        ...group,
        count: Number(group.count),
        waiting: Number(group.waiting),
      }));
    },

    samples: (database, kind, cause, limit) => failureSamples(db, database, { kind, cause, limit }),

    leftOut: (database, cause, limit) => leftOutSamples(db, database, cause, limit),
    requeueLeftOut: (database, cause, at) => requeueLeftOut(db, database, cause, at),

    async requeue(database, kind, cause, at) {
      const { numUpdatedRows } =
        kind === 'write'
          ? await db
              .updateTable('lime_object')
              .set({ due_at: at, attempts: 0 })
              .where('lime_database', '=', database)
              .where('cause', '=', cause)
              .executeTakeFirst()
          : await db
              .updateTable('invoice')
              .set({ read_due_at: at, read_enqueued_at: at, read_attempts: 0 })
              .where('lime_database', '=', database)
              .where('read_cause', '=', cause)
              .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    marks: (database) =>
      db
        .selectFrom('issue_mark')
        .select(['issue', 'mark', 'at', 'by'])
        .where('lime_database', '=', database)
        .execute(),

    async mark(database, { issue, mark, at, by }) {
      await db
        .insertInto('issue_mark')
        .values({ lime_database: database, issue, mark, at, by })
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'issue', 'mark']).doUpdateSet({ at, by }),
        )
        .execute();
    },
  };

  async function events(database: string, kind: keyof typeof eventsOf): Promise<FailureGroup[]> {
    const rows = await db
      .selectFrom('inbox')
      .select(({ fn }) => [
        'cause',
        fn.countAll<number>().as('count'),
        fn.min('id').as('first'),
        fn.max('id').as('last'),
        fn.min('next_attempt_at').as('next'),
      ])
      .where('lime_database', '=', database)
      .where(eventsOf[kind])
      .groupBy('cause')
      .execute();
    const came = async (id: unknown) =>
      (
        await db
          .selectFrom('inbox')
          .select('received_at')
          .where('id', '=', Number(id))
          .executeTakeFirstOrThrow()
      ).received_at;
    return Promise.all(
      rows.map(async ({ cause, count, first, last, next }) => ({
        kind,
        cause: cause ?? (kind === 'unreadable-event' ? 'unreadable' : 'bug'),
        count,
        waiting: kind === 'failing-event' ? count : 0,
        nextAttemptAt: kind === 'failing-event' ? next : null,
        firstSeen: await came(first),
        lastSeen: await came(last),
      })),
    );
  }

  async function writes(database: string): Promise<FailureGroup[]> {
    const rows = await db
      .selectFrom('lime_object')
      .select(({ fn }) => [
        'cause',
        // What waits for the same invoice counts once.
        sql<number>`count(distinct coalesce(waits_for, kind || '/' || billecta_id))`.as('count'),
        sql<number>`count(distinct case when due_at is not null then coalesce(waits_for, kind || '/' || billecta_id) end)`.as(
          'waiting',
        ),
        fn.min('due_at').as('nextAttemptAt'),
        fn.min('enqueued_at').as('firstSeen'),
        fn.max('enqueued_at').as('lastSeen'),
      ])
      .where('lime_database', '=', database)
      .where('cause', 'is not', null)
      .groupBy('cause')
      .execute();
    return rows.map((row) => ({ kind: 'write', ...toGroup(row) }));
  }

  async function reads(database: string): Promise<FailureGroup[]> {
    const rows = await db
      .selectFrom('invoice')
      .select(({ fn }) => [
        'read_cause as cause',
        fn.countAll<number>().as('count'),
        fn.count<number>('read_due_at').as('waiting'),
        fn.min('read_due_at').as('nextAttemptAt'),
        fn.min('read_failed_at').as('firstSeen'),
        fn.max('read_failed_at').as('lastSeen'),
      ])
      .where('lime_database', '=', database)
      .where('read_cause', 'is not', null)
      .groupBy('read_cause')
      .execute();
    return rows.map((row) => ({ kind: 'read', ...toGroup(row) }));
  }

  async function requests(
    database: string,
    since: { requests: string; wrongKey: string },
  ): Promise<FailureGroup[]> {
    const rows = await db
      .selectFrom('rejected_request')
      .select(({ fn }) => [
        'reason as cause',
        fn.countAll<number>().as('count'),
        fn.min('at').as('firstSeen'),
        fn.max('at').as('lastSeen'),
      ])
      .where('lime_database', '=', database)
      .where('at', '>', since.requests)
      .where((eb) => eb.or([eb('reason', '!=', 'unauthenticated'), eb('at', '>', since.wrongKey)]))
      .groupBy('reason')
      .execute();
    return rows.map((row) => ({ kind: 'request', waiting: 0, nextAttemptAt: null, ...row }));
  }
}

/** Of a write that has been given up, the time of its request may be lost. */
const toGroup = (row: {
  cause: Cause | null;
  count: number;
  waiting: number;
  nextAttemptAt: string | null;
  firstSeen: string | null;
  lastSeen: string | null;
}) => ({
  ...row,
  cause: row.cause ?? 'bug',
  firstSeen: row.firstSeen ?? new Date(0).toISOString(),
  lastSeen: row.lastSeen ?? new Date(0).toISOString(),
});
