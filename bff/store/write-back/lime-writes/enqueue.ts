import type { Kysely } from 'kysely';
import type { LimeWrite, LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { Schema } from '../../schema.ts';

export const enqueue =
  (db: Kysely<Schema>): LimeWrites['enqueue'] =>
  async (database, writes, at) => {
    for (const each of writes) await enqueueOne(db, database, each, at);
  };

async function enqueueOne(
  db: Kysely<Schema>,
  database: string,
  { kind, billectaId, fields, step }: LimeWrite,
  at: string,
): Promise<void> {
  await db
    .insertInto('lime_object')
    .values({
      lime_database: database,
      kind,
      billecta_id: billectaId,
      fields: fields && JSON.stringify(fields),
      step,
      due_at: at,
      enqueued_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['lime_database', 'kind', 'billecta_id'])
        .doUpdateSet((eb) => ({
          fields: eb.ref('excluded.fields'),
          step,
          due_at: at,
          enqueued_at: eb.fn.coalesce('lime_object.enqueued_at', eb.val(at)),
          revision: eb('lime_object.revision', '+', 1),
          attempts: 0,
        }))
        .where('lime_object.step', '<=', step),
    )
    .execute();
}
