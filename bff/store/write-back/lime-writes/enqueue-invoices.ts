import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const enqueueInvoices =
  (db: Kysely<Schema>, dialect: StoreDialect): LimeWrites['enqueueInvoices'] =>
  async (database, actionPublicIds, at) => {
    if (actionPublicIds.length === 0) return;
    const ids = dialect.rows([...new Set(actionPublicIds)].sort());
    await sql`
        insert into lime_object (lime_database, kind, billecta_id, due_at, enqueued_at)
        select ${database}, 'invoice', id, ${at}, ${at} from ${ids} where true
        on conflict (lime_database, kind, billecta_id) do update set
          due_at = ${at}, enqueued_at = coalesce(lime_object.enqueued_at, ${at}),
          revision = lime_object.revision + 1, attempts = 0
      `.execute(db);
  };
