import type { Migration } from 'kysely';
import type { StoreDialect } from '../dialect.ts';

/** Bodies are stored as they come: to compress one takes longer than all the rest of storing it. */
export const plainBodies = (dialect: StoreDialect): Migration => ({
  up: (db) => dialect.storePlain(db, 'inbox_body', 'body'),
});
