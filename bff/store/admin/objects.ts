import { type Kysely, sql } from 'kysely';
import { unreadMark } from '../../domain/invoice/unread.ts';
import type { LimeChange } from '../../services/ports/lime-writer.ts';
import type { AdminObjects } from '../../services/ports/store/admin/objects.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/** More invoices than have the same number. */
const namesakes = 50;

export function adminObjects(db: Kysely<Schema>, dialect: StoreDialect): AdminObjects {
  const invoices = (database: string) =>
    db
      .selectFrom('invoice')
      .select(['action_public_id as actionPublicId', 'lime_id as limeId', 'invoice_number as invoiceNumber'])
      .where('lime_database', '=', database);

  return {
    async invoices(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return [];
      return invoices(database)
        .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
        .execute();
    },

    async named(database, name) {
      const numbered = invoices(database).where('invoice_number', '=', name).limit(namesakes).execute();
      if (!/^\d{1,15}$/.test(name)) return numbered;
      const found = [
        ...(await invoices(database).where('lime_id', '=', Number(name)).execute()),
        ...(await numbered),
      ];
      return [...new Map(found.map((invoice) => [invoice.actionPublicId, invoice])).values()];
    },

    async written(database, billectaId, { from, to, limit }) {
      const rows = await db
        .selectFrom('lime_change')
        .selectAll()
        .where('lime_database', '=', database)
        .where('kind', 'in', ['invoice', 'reminder', 'payment', 'debtor'])
        .where('billecta_id', '=', billectaId)
        .where('at', '>=', from)
        .$if(to !== null, (query) => query.where('at', '<', to ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        at: row.at,
        kind: row.kind,
        limeId: row.lime_id,
        created: row.created === 1,
        changes: JSON.parse(row.changes) as LimeChange[],
      }));
    },

    async unwritten(database, subject) {
      const rows = await db
        .selectFrom('lime_object')
        .select('cause')
        .distinct()
        .where('lime_database', '=', database)
        .where(({ or, and, eb }) =>
          or([
            and([
              eb('kind', 'in', ['invoice', 'reminder', 'payment', 'debtor']),
              eb('billecta_id', '=', subject),
              or([eb('cause', 'is not', null), eb('waits_for', 'is not', null)]),
            ]),
            eb('waits_for', '=', `invoice/${subject}`),
          ]),
        )
        .execute();
      return [...new Set(rows.map(({ cause }) => cause ?? 'lime-object-missing'))];
    },

    async writes(database) {
      const row = await db
        .selectFrom('lime_object')
        .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('enqueued_at').as('oldest')])
        .where('lime_database', '=', database)
        .where('due_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return { waiting: Number(row.waiting), oldestWantedAt: row.oldest };
    },

    async unread(database) {
      const rows = await db
        .selectFrom('invoice')
        .select(({ fn }) => ['unread', fn.countAll<number>().as('count')])
        .where('lime_database', '=', database)
        .where('unread', '>', sql.lit(0))
        .groupBy('unread')
        .execute();
      const marked = (mark: number) =>
        rows.filter(({ unread }) => (unread & mark) > 0).reduce((sum, { count }) => sum + Number(count), 0);
      return { comments: marked(unreadMark.comment), deliveries: marked(unreadMark.delivery) };
    },
  };
}
