import type { Migration } from 'kysely';
import type { StoreDialect } from '../dialect.ts';

/** Bodies are stored as they come: while each was compressed, a fifth fewer could come in. */
export const plainBodies = (dialect: StoreDialect): Migration => ({
  up: (db) => dialect.storePlain(db, 'inbox_body', 'body'),
});
