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

  const byId = async (database: string, actionPublicIds: readonly string[]) =>
    actionPublicIds.length === 0
      ? []
      : invoices(database).where('action_public_id', dialect.among, dialect.list(actionPublicIds)).execute();

  return {
    invoices: byId,

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

    async unwritten(database, subjects) {
      if (subjects.length === 0) return [];
      const objects = db
        .selectFrom('lime_object')
        .select(['billecta_id', 'cause', 'waits_for'])
        .where('lime_database', '=', database);
      const [own, others] = await Promise.all([
        objects
          .where('kind', 'in', ['invoice', 'reminder', 'payment', 'debtor'])
          .where('billecta_id', dialect.among, dialect.list(subjects))
          .where(({ or, eb }) => or([eb('cause', 'is not', null), eb('waits_for', 'is not', null)]))
          .execute(),
        objects.where('waits_for', dialect.among, dialect.list(subjects.map(invoiceNamed))).execute(),
      ]);
      return [
        ...own.map((row) => ({ ...row, subject: row.billecta_id })),
        ...others.map((row) => ({ ...row, subject: invoiceIn(row.waits_for) ?? '' })),
      ].map(({ subject, cause, waits_for }) => ({
        subject,
        cause: cause ?? 'lime-object-missing',
        waitsFor: invoiceIn(waits_for),
      }));
    },

    async missing(database, limit) {
      const rows = await db
        .selectFrom('lime_object')
        .select('waits_for')
        .where('lime_database', '=', database)
        .where('cause', '=', 'lime-object-missing')
        .where('waits_for', 'is not', null)
        .groupBy('waits_for')
        .orderBy(({ fn }) => fn.max('enqueued_at'), 'desc')
        .limit(limit)
        .execute();
      const ids = rows.flatMap((row) => invoiceIn(row.waits_for) ?? []);
      const found = await byId(database, ids);
      const known = new Map(found.map((each) => [each.actionPublicId, each]));
      return ids.map((id) => known.get(id) ?? { actionPublicId: id, limeId: null, invoiceNumber: null });
    },

    async writes(database) {
      const row = await db
        .selectFrom('lime_object')
        .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('enqueued_at').as('oldest')])
        .where('lime_database', '=', database)
        .where('due_at', 'is not', null)
        .where(({ or, eb }) => or([eb('cause', 'is', null), eb('cause', '<>', 'lime-object-missing')]))
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

const invoiceNamed = (id: string) => `invoice/${id}`;

/** `invoice/4711` is what waits for that invoice. */
const invoiceIn = (waitsFor: string | null) =>
  waitsFor?.startsWith('invoice/') ? waitsFor.slice('invoice/'.length) : null;
