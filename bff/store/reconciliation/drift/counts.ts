import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const counts =
  (db: Kysely<Schema>, dialect: StoreDialect): DriftStore['counts'] =>
  async (runs) => {
    if (runs.length === 0) return new Map();
    const rows = await db
      .selectFrom('drift')
      .select((eb) => [
        'run_id',
        eb.fn.count<number>('action_public_id').distinct().as('found'),
        eb.fn
          .count<number>('action_public_id')
          .distinct()
          .filterWhere('resolved_at', 'is not', null)
          .as('resolved'),
      ])
      .where('run_id', dialect.among, dialect.list(runs))
      .groupBy('run_id')
      .execute();
    return new Map(rows.map(({ run_id, found, resolved }) => [run_id, { found, resolved }]));
  };
