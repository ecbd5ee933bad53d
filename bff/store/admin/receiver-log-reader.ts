import type { Kysely } from 'kysely';
import type { ReceiverLogReader } from '../../services/ports/store/admin/receiver-log-reader.ts';
import type { Schema } from '../schema.ts';

/** Reads the receiver log. */
export const receiverLogReader = (db: Kysely<Schema>): ReceiverLogReader => ({
  async rejected(database, { reason, before, limit }) {
    const rows = await db
      .selectFrom('rejected_request')
      .select(['id', 'at', 'reason', 'headers', 'body'])
      .where('lime_database', '=', database)
      .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? ''))
      .$if(before !== null, (query) => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, headers: JSON.parse(row.headers) as Record<string, string> }));
  },

  async reasons(database) {
    const rows = await db
      .selectFrom('rejected_request')
      .select(({ fn }) => ['reason', fn.countAll<number>().as('count'), fn.max('at').as('lastAt')])
      .where('lime_database', '=', database)
      .groupBy('reason')
      .execute();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  },

  async keysUsed(database) {
    const rows = await db
      .selectFrom('webhook_key')
      .select(['name', 'last_used_at'])
      .where('lime_database', '=', database)
      .execute();
    return new Map(rows.map((row) => [row.name, row.last_used_at]));
  },
});
