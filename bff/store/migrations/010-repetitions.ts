import { type Migration, sql } from 'kysely';

/**
 * A repeated delivery is found by one unique key of its own, whether it has a delivery id or not. The key begins with
 * the event's time, so that the index grows at its end and costs the same at the millionth row.
 */
export const repetitions: Migration = {
  async up(db) {
    await db.schema.alterTable('inbox').addColumn('repeat_key', 'text').execute();
    await db.schema.alterTable('inbox').addColumn('occurred_at', 'text').execute();
    await db.schema.dropIndex('inbox_without_delivery').execute();
    await db.schema.dropIndex('inbox_delivery').execute();
    await db.schema.alterTable('inbox').dropColumn('body_hash').execute();
    await db.schema
      .createIndex('inbox_repeat')
      .on('inbox')
      .columns(['lime_database', 'repeat_key'])
      .unique()
      .where(sql.ref('repeat_key'), 'is not', null)
      .execute();
    // For a search by delivery id. Partial, so that no look for something else is planned over it.
    await db.schema
      .createIndex('inbox_delivery')
      .on('inbox')
      .columns(['lime_database', 'delivery_id'])
      .where(sql.ref('delivery_id'), 'is not', null)
      .execute();
  },
};
