import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import { noNotes } from '../../domain/invoice/invoice-notes.ts';
import { isOpen } from '../../domain/invoice/stage.ts';
import type {
  InvoiceRecord,
  InvoiceStore,
  ReadPlan,
  Snapshot,
} from '../../services/ports/store/invoice-store.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export function invoiceStore(db: Kysely<Schema>, dialect: StoreDialect): InvoiceStore {
  return {
    async get(database, actionPublicId) {
      const row = await db
        .selectFrom('invoice')
        .selectAll()
        .where(is(database, actionPublicId))
        .executeTakeFirst();
      return row && toRecord(row);
    },

    async getMany(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return [];
      const rows = await db
        .selectFrom('invoice')
        .selectAll()
        .where('lime_database', '=', database)
        .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
        .execute();
      return rows.map(toRecord);
    },

    async limeIds(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('invoice')
        .select(['action_public_id', 'lime_id'])
        .where('lime_database', '=', database)
        .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
        .execute();
      return new Map(rows.map((row) => [row.action_public_id, row.lime_id]));
    },

    async lockOrCreate(database, actionPublicIds) {
      const ids = [...new Set(actionPublicIds)].sort();
      if (ids.length === 0) return [];
      const known = await lockExisting(database, ids);
      if (known.length === ids.length) return known;
      await db
        .insertInto('invoice')
        .values(ids.map((id) => key(database, id)))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return lockExisting(database, ids);
    },

    async link(database, actionPublicId, limeId) {
      await db
        .updateTable('invoice')
        .set({ lime_id: null })
        .where('lime_database', '=', database)
        .where('lime_id', '=', limeId)
        .where('action_public_id', '!=', actionPublicId)
        .execute();
      await db
        .insertInto('invoice')
        .values({ ...key(database, actionPublicId), lime_id: limeId })
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'action_public_id']).doUpdateSet({ lime_id: limeId }),
        )
        .execute();
    },

    async saveSnapshots(database, stored, readAt) {
      if (stored.length === 0) return;
      await db
        .insertInto('invoice')
        .values(
          stored.map((each) => ({
            ...key(database, each.invoice.actionPublicId),
            ...snapshot(each),
            ...enqueued(readAt),
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'action_public_id']).doUpdateSet((eb) => ({
            snapshot: eb.ref('excluded.snapshot'),
            invoice_number: eb.ref('excluded.invoice_number'),
            as_of: eb.ref('excluded.as_of'),
            source: eb.ref('excluded.source'),
            open_creditor: eb.ref('excluded.open_creditor'),
            ...wantedToo(eb, readAt),
          })),
        )
        .execute();
    },

    async saveRead(database, stored, plan) {
      await db
        .updateTable('invoice')
        .set({ ...snapshot(stored), verified_at: stored.asOf, ...planned(plan) })
        .where(is(database, stored.invoice.actionPublicId))
        .execute();
    },

    async saveNotes(database, notes) {
      for (const [actionPublicId, note] of notes) {
        await db
          .updateTable('invoice')
          .set({ notes: JSON.stringify(note) })
          .where(is(database, actionPublicId))
          .execute();
      }
    },

    async setUnread(database, unread) {
      for (const [actionPublicId, count] of unread)
        await db.updateTable('invoice').set({ unread: count }).where(is(database, actionPublicId)).execute();
    },

    async enqueueRead(database, actionPublicIds, at) {
      if (actionPublicIds.length === 0) return;
      const ids = [...new Set(actionPublicIds)].sort();
      await db
        .insertInto('invoice')
        .values(ids.map((id) => ({ ...key(database, id), ...enqueued(at) })))
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'action_public_id']).doUpdateSet((eb) => wantedToo(eb, at)),
        )
        .execute();
    },
  };

  async function lockExisting(database: string, ids: readonly string[]): Promise<InvoiceRecord[]> {
    const rows = await dialect
      .locking(
        db
          .selectFrom('invoice')
          .selectAll()
          .where('lime_database', '=', database)
          .where('action_public_id', dialect.among, dialect.list(ids))
          .orderBy('action_public_id'),
      )
      .execute();
    return rows.map(toRecord);
  }
}

const snapshot = ({ invoice, asOf, source }: Snapshot) => ({
  snapshot: JSON.stringify(invoice),
  invoice_number: invoice.invoiceNumber,
  as_of: asOf,
  source,
  open_creditor: isOpen(invoice) ? invoice.creditorPublicId : null,
});

/** A read that was made ends what is known of failed ones. */
const planned = ({ at }: ReadPlan) => ({
  read_due_at: at,
  read_attempts: 0,
  read_cause: null,
  read_message: null,
  read_failed_at: null,
  ...(at === null && { read_enqueued_at: null }),
});

const enqueued = (at: string) => ({ read_due_at: at, read_enqueued_at: at });

/** Merges with the enqueued read: due as early as either, and only completed by a read that completes both. */
const wantedToo = (eb: ExpressionBuilder<Schema, 'invoice'>, at: string) => ({
  read_due_at: eb
    .case()
    .when('invoice.read_due_at', '<=', at)
    .then(eb.ref('invoice.read_due_at'))
    .else(at)
    .end(),
  read_enqueued_at: eb
    .case()
    .when('invoice.read_enqueued_at', '>=', at)
    .then(eb.ref('invoice.read_enqueued_at'))
    .else(at)
    .end(),
});

type Row = Selectable<Schema['invoice']>;

const key = (database: string, actionPublicId: string) => ({
  lime_database: database,
  action_public_id: actionPublicId,
});

const is = (database: string, actionPublicId: string) => (eb: ExpressionBuilder<Schema, 'invoice'>) =>
  eb.and(key(database, actionPublicId));

export function toRecord(row: Row): InvoiceRecord {
  const { snapshot, as_of: asOf, source } = row;
  return {
    actionPublicId: row.action_public_id,
    limeId: row.lime_id,
    snapshot: snapshot && asOf && source ? { invoice: JSON.parse(snapshot), asOf, source } : null,
    notes: row.notes === null ? noNotes : JSON.parse(row.notes),
    unread: row.unread,
    verifiedAt: row.verified_at,
    readDueAt: row.read_due_at,
    readEnqueuedAt: row.read_enqueued_at,
    readAttempts: row.read_attempts,
  };
}
