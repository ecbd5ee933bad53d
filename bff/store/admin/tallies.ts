import type { Kysely } from 'kysely';
import type { Tallies } from '../../services/ports/store/admin/tallies.ts';
import type { OpenDatabase } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/** @param relaxedTransaction - a transaction without a flush of its own: counts are shown, never calculated with */
export const tallies = (
  db: Kysely<Schema>,
  relaxedTransaction: OpenDatabase['relaxedTransaction'],
): Tallies => ({
  async add(database, { events, delays, seen }) {
    await relaxedTransaction(async (transaction) => {
      // Always in the same order, so that two processes never wait for each other.
      for (const { hour, kind, count } of events) {
        await transaction
          .insertInto('event_hour')
          .values({ lime_database: database, hour, kind, count })
          .onConflict((conflict) =>
            conflict
              .columns(['lime_database', 'hour', 'kind'])
              .doUpdateSet((eb) => ({ count: eb('event_hour.count', '+', count) })),
          )
          .execute();
      }
      for (const { hour, bucket, count } of delays) {
        await transaction
          .insertInto('delay_hour')
          .values({ lime_database: database, hour, bucket, count })
          .onConflict((conflict) =>
            conflict
              .columns(['lime_database', 'hour', 'bucket'])
              .doUpdateSet((eb) => ({ count: eb('delay_hour.count', '+', count) })),
          )
          .execute();
      }
      for (const { event, at } of seen) {
        await transaction
          .insertInto('event_seen')
          .values({ lime_database: database, event, at })
          .onConflict((conflict) =>
            conflict.columns(['lime_database', 'event']).doUpdateSet({ at }).where('event_seen.at', '<', at),
          )
          .execute();
      }
    });
  },

  sample: (database, { at, depth, oldestMs }) =>
    relaxedTransaction(async (transaction) => {
      await transaction
        .insertInto('queue_sample')
        .values({ lime_database: database, at, depth, oldest_ms: oldestMs })
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'at']).doUpdateSet((eb) => ({
            depth: eb
              .case()
              .when('queue_sample.depth', '<', depth)
              .then(depth)
              .else(eb.ref('queue_sample.depth'))
              .end(),
            oldest_ms: eb
              .case()
              .when('queue_sample.oldest_ms', '<', oldestMs)
              .then(oldestMs)
              .else(eb.ref('queue_sample.oldest_ms'))
              .end(),
          })),
        )
        .execute();
    }),

  events: (database, since) =>
    db
      .selectFrom('event_hour')
      .select(['hour', 'kind', 'count'])
      .where('lime_database', '=', database)
      .where('hour', '>=', since)
      .execute(),

  delays: (database, since) =>
    db
      .selectFrom('delay_hour')
      .select(['hour', 'bucket', 'count'])
      .where('lime_database', '=', database)
      .where('hour', '>=', since)
      .execute(),

  queue: (database, since) =>
    db
      .selectFrom('queue_sample')
      .select(['at', 'depth', 'oldest_ms as oldestMs'])
      .where('lime_database', '=', database)
      .where('at', '>=', since)
      .orderBy('at')
      .execute(),

  async seen(database) {
    const rows = await db
      .selectFrom('event_seen')
      .select(['event', 'at'])
      .where('lime_database', '=', database)
      .execute();
    return new Map(rows.map(({ event, at }) => [event, at]));
  },

  prune: (database, before) =>
    relaxedTransaction(async (transaction) => {
      await transaction
        .deleteFrom('queue_sample')
        .where('lime_database', '=', database)
        .where('at', '<', before)
        .execute();
      await transaction
        .deleteFrom('delay_hour')
        .where('lime_database', '=', database)
        .where('hour', '<', before)
        .execute();
    }),
});
