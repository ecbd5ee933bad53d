import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const known =
  (db: Kysely<Schema>, dialect: StoreDialect): DriftStore['known'] =>
  async (database, actionPublicIds) => {
    if (actionPublicIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('drift_read')
      .select(['action_public_id', 'due_at', 'list_only'])
      .where('lime_database', '=', database)
      .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
      .execute();
    return new Map(
      rows.map(({ action_public_id, due_at, list_only }) => [
        action_public_id,
        { due: due_at !== null, listOnly: list_only },
      ]),
    );
  };
