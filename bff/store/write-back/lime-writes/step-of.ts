import type { Kysely } from 'kysely';
import type { LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { Schema } from '../../schema.ts';

export const stepOf =
  (db: Kysely<Schema>): LimeWrites['stepOf'] =>
  async (database, { kind, billectaId }) => {
    const row = await db
      .selectFrom('lime_object')
      .select('step')
      .where((eb) => eb.and({ lime_database: database, kind, billecta_id: billectaId }))
      .executeTakeFirst();
    return row?.step ?? null;
  };
