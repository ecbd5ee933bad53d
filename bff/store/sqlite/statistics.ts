import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * The assumed number of rows of a table, and of entries of an index on the few of them that are due, open or have
 * failed.
 */
const rows = 1_000_000;
const few = 1_000;

/** Partial indexes that still cover most of the rows. */
const onMost = ['inbox_completed_subject', 'inbox_repeat', 'invoice_number', 'invoice_open'];

/** How many rows share the first columns of an index besides the Lime database: SQLite's own guess. */
const alike = 10;

/**
 * Gives SQLite's planner the statistics of large tables, in every installation and from the first day on. They say that
 * all rows belong to the same few Lime databases: by its own guess, an index that begins with the database leads to a
 * handful of rows, where it leads to all of them. Statistics measured on the tables would say the same some day, and
 * change with the hour of the measurement (https://sqlite.org/queryplanner-ng.html, 5).
 */
export async function writeStatistics(db: Kysely<Schema>): Promise<void> {
  const expected = await statistics(db);
  if (await hasStatistics(db, expected)) return;
  await db.transaction().execute(async (transaction) => {
    // Makes the tables for them.
    await sql`analyze kysely_migration`.execute(transaction);
    await sql`delete from sqlite_stat1`.execute(transaction);
    await sql`delete from sqlite_stat4`.execute(transaction);
    for (const { table, index, counts } of expected)
      await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${counts})`.execute(
        transaction,
      );
  });
  await sql`analyze sqlite_schema`.execute(db);
}

interface Statistic {
  table: string;
  index: string;
  /** Entries, and how many of them share the first column, the first two, … */
  counts: string;
}

async function statistics(db: Kysely<Schema>): Promise<Statistic[]> {
  const { rows: indexes } = await sql<{
    table: string;
    index: string;
    unique: number;
    partial: number;
    columns: string;
  }>`
    select t.name as "table", i.name as "index", i."unique", i.partial,
      (select json_group_array(name) from pragma_index_info(i.name)) as columns
    from sqlite_schema as t, pragma_index_list(t.name) as i
    where t.type = 'table'
    order by i.name`.execute(db);
  return indexes.flatMap(({ table, index, unique, partial, columns }) => {
    const [first, ...others] = JSON.parse(columns) as string[];
    if (first !== 'lime_database') return [];
    const entries = partial && !onMost.includes(index) ? few : rows;
    const shared = others.map((column, place) =>
      column === 'id' || (unique && place === others.length - 1) ? 1 : Math.max(2, alike - place),
    );
    return [{ table, index, counts: [entries, entries, ...shared].join(' ') }];
  });
}

async function hasStatistics(db: Kysely<Schema>, expected: readonly Statistic[]): Promise<boolean> {
  const { rows: tables } = await sql`select 1 from sqlite_schema where name = 'sqlite_stat1'`.execute(db);
  if (tables.length === 0) return false;
  const { rows: known } = await sql<Statistic>`
    select tbl as "table", idx as "index", stat as counts from sqlite_stat1 order by idx`.execute(db);
  return JSON.stringify(known) === JSON.stringify(expected);
}
