import type { Kysely } from 'kysely';
import type { Notices } from '../../services/ports/store/notices.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export const notices = (db: Kysely<Schema>, dialect: StoreDialect): Notices => ({
  async add(database, added) {
    if (added.length === 0) return;
    await db
      .insertInto('notice')
      .values(
        added.map(({ eventId, subject, kind, at, reason }) => ({
          lime_database: database,
          event_id: eventId,
          subject,
          kind,
          at,
          reason,
        })),
      )
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .execute();
  },

  async findBySubjects(database, subjects, atMost) {
    if (subjects.length === 0) return [];
    const rows = await db
      .selectFrom('notice')
      .select(['event_id', 'subject', 'kind', 'at', 'reason'])
      .where('lime_database', '=', database)
      .where('subject', dialect.among, dialect.list(subjects))
      .orderBy('at', 'desc')
      .orderBy('event_id', 'desc')
      .limit(atMost)
      .execute();
    return rows.map(({ event_id, ...notice }) => ({ eventId: Number(event_id), ...notice }));
  },
});
