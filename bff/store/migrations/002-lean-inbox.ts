import { type Migration, sql } from 'kysely';

/**
 * Taking an event in touches no index in the middle: under load those cost more than the event itself. What has to be
 * looked up while it waits is little, and what is looked up later is indexed once it is settled.
 */
export const leanInbox: Migration = {
  async up(db) {
    for (const index of ['inbox_subject', 'inbox_pending', 'inbox_pending_subject']) {
      await db.schema.dropIndex(index).execute();
    }
    // Those that are due, in the order in which they became so.
    await db.schema
      .createIndex('inbox_due')
      .on('inbox')
      .columns(['lime_database', 'next_attempt_at', 'id'])
      .where(sql`state`, '=', sql.lit('pending'))
      .execute();
    // Those that hold up later ones about the same subject: being applied, or failed and to be tried again.
    await db.schema
      .createIndex('inbox_holding_up')
      .on('inbox')
      .columns(['lime_database', 'subject', 'id'])
      .where(sql<boolean>`state = 'pending' and (attempts > 0 or lease_token is not null)`)
      .execute();
    await db.schema
      .createIndex('inbox_settled_subject')
      .on('inbox')
      .columns(['lime_database', 'subject', 'id'])
      .where(sql`state`, '<>', sql.lit('pending'))
      .execute();
    // For those that can only be told from each other by what they say.
    await db.schema
      .createIndex('inbox_without_delivery')
      .on('inbox')
      .columns(['lime_database', 'subject', 'body_hash', 'id'])
      .where(sql`delivery_id`, 'is', null)
      .execute();
  },
};
