import type { ExpressionBuilder, Kysely } from 'kysely';
import type { LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const lease =
  (db: Kysely<Schema>, dialect: StoreDialect): LimeWrites['lease'] =>
  async (database, now, { token, until }, limit) => {
    const rows = await dialect.exclusively(db, 'lime_object', (alone) =>
      alone
        .updateTable('lime_object')
        .set({ lease_token: token, lease_until: until })
        // By the whole key, so that no planner looks through all of a database's objects for a few of them.
        .where((eb) =>
          eb(eb.refTuple('lime_database', 'kind', 'billecta_id'), 'in', due(eb, database, now, limit)),
        )
        .returning(['kind', 'billecta_id', 'fields', 'revision', 'attempts'])
        .execute(),
    );
    return rows.map((row) => ({
      kind: row.kind,
      billectaId: row.billecta_id,
      fields: row.fields === null ? null : JSON.parse(row.fields),
      revision: row.revision,
      attempts: row.attempts,
    }));
  };

const due = (eb: ExpressionBuilder<Schema, 'lime_object'>, database: string, now: string, limit: number) =>
  eb
    .selectFrom('lime_object as object')
    .select(['object.lime_database', 'object.kind', 'object.billecta_id'])
    .where('object.lime_database', '=', database)
    .where('object.due_at', '<=', now)
    .where((or) => or.or([or('object.lease_until', 'is', null), or('object.lease_until', '<=', now)]))
    .orderBy('object.due_at')
    .limit(limit)
    .$asTuple('lime_database', 'kind', 'billecta_id');
