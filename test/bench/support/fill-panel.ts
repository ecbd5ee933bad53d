import { type Kysely, sql } from 'kysely';
import type { TestDatabase } from '../../support/databases.ts';
import { analyzeTables } from './analyze-tables.ts';
import type { BenchEnvironment } from './bench-environment.ts';
import { fillInbox, first } from './fill-inbox.ts';

/** How many of the newest events still have their bodies. */
const bodies = 20_000;

/** A million stored events of a month: most applied, some stale, a few dead or of other kinds, each hour counted. */
export async function fillPanel(
  benchEnvironment: BenchEnvironment,
  database: TestDatabase,
  old: number,
): Promise<void> {
  await fillInbox(benchEnvironment, database, { events: 0, old });
  await database.look(async (db) => {
    await spread(db, benchEnvironment, old);
    await addBodies(db, old);
    await count(db);
  });
  await analyzeTables(benchEnvironment, database);
}

async function spread(db: Kysely<unknown>, { store }: BenchEnvironment, old: number): Promise<void> {
  const seconds = sql`((${sql.lit(old + first + 10)} - id) * 2592000 / ${sql.lit(old)})`;
  const at =
    store === 'sqlite'
      ? sql`strftime('%Y-%m-%dT%H:%M:%S.000Z', 'now', '-' || ${seconds} || ' seconds')`
      : sql`to_char((now() at time zone 'utc') - ${seconds} * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`;
  await sql`update inbox set received_at = ${at},
    event = case id % 50 when 0 then 'DebtorUpdated' when 1 then 'Overpayment' else event end,
    state = case when id % 500 = 3 then 'dead' when id % 100 = 4 then 'ignored' when id % 10 = 5 then 'superseded' else state end,
    cause = case when id % 500 = 3 then 'bug' else null end`.execute(db);
}

async function addBodies(db: Kysely<unknown>, old: number): Promise<void> {
  await sql`insert into inbox_body (event_id, lime_database, received_at, body)
    select id, lime_database, received_at, (select body from inbox_body limit 1) from inbox
    where id > ${sql.lit(old - bodies)} and id not in (select event_id from inbox_body)`.execute(db);
}

/** As the service has counted them while they came. */
async function count(db: Kysely<unknown>): Promise<void> {
  const hour = sql`substr(received_at, 1, 13) || ':00:00.000Z'`;
  await sql`delete from event_hour`.execute(db);
  await sql`insert into event_hour (lime_database, hour, kind, count)
    select lime_database, ${hour}, state, count(*) from inbox group by lime_database, ${hour}, state`.execute(
    db,
  );
}
