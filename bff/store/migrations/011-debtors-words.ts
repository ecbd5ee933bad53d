import { type Migration, sql } from 'kysely';
import type { StoreDialect } from '../dialect.ts';

/**
 * What events tell of an invoice or a debtor that no read tells, how much of it nobody has looked at yet, and what came
 * of writing a command's comment to Billecta.
 */
export const debtorsWords = (dialect: StoreDialect): Migration => ({
  async up(db) {
    await db.schema
      .createTable('notice')
      .addColumn('event_id', dialect.countingType, (column) => column.primaryKey())
      .addColumn('lime_database', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .execute();
    await db.schema
      .createIndex('notice_subject')
      .on('notice')
      .columns(['lime_database', 'subject', 'at'])
      .execute();
    await db.schema
      .alterTable('invoice')
      .addColumn('unread', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('command').addColumn('comment_sent', 'text').execute();
    await db.schema
      .createIndex('invoice_unread')
      .on('invoice')
      .columns(['lime_database', 'action_public_id'])
      .where(sql<boolean>`unread > 0`)
      .execute();
  },
});
