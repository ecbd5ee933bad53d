import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { request } from 'undici';
import type { TestDatabase } from '../../support/databases.ts';
import { analyzeTables } from './analyze-tables.ts';
import type { BenchEnvironment } from './bench-environment.ts';
import { tellStory } from './webhooks.ts';

type EventRow = Record<string, unknown>;
type Inbox = Kysely<{ inbox: EventRow; inbox_body: EventRow }>;

/** Events that the service takes and applies itself. */
export const first = 200;

/** Rows in one statement. */
const chunk = 100;

/**
 * Fills a fresh database behind the service's back: with old events that are settled and pruned, and with events that
 * are due. Every row is a copy, as far as it goes, of one that the service has stored and applied itself.
 */
export async function fillInbox(
  benchEnvironment: BenchEnvironment,
  database: TestDatabase,
  { events, old }: { events: number; old: number },
): Promise<void> {
  await applySome(benchEnvironment, database);
  await database.look(async (db) => {
    await (db as Inbox).transaction().execute(async (inbox) => {
      const { id: _, ...applied } = await inbox
        .selectFrom('inbox')
        .selectAll()
        .where('state', '=', 'applied')
        .executeTakeFirstOrThrow();
      await addOld(inbox, Object.keys(applied), old);
      for (const due of dueEvents(benchEnvironment, applied, events)) await addDue(inbox, due);
    });
  });
  await analyzeTables(benchEnvironment, database);
}

/**
 * Lets the service make its tables, and take and apply some events, so that every table has something in it to
 * plan by.
 */
async function applySome(benchEnvironment: BenchEnvironment, database: TestDatabase): Promise<void> {
  const bff = await benchEnvironment.startBff(database);
  for (let sent = 0; sent < first; sent += 1) {
    const { body } = await request(`${bff.origin}${bff.path}`, {
      method: 'POST',
      headers: { 'x-api-key': bff.key },
      body: tellStory(benchEnvironment.billecta).bodies[0] ?? '',
    });
    await body.dump();
  }
  const left = () =>
    database.look((db) => sql`select 1 from inbox where state = 'pending' limit 1`.execute(db));
  while ((await left()).rows.length > 0) await sleep(10);
  await bff.stop();
}

/** Copies the one event so often, each with a key of its own, about 50,000 invoices. */
async function addOld(inbox: Inbox, columns: readonly string[], count: number): Promise<void> {
  const unlike: Record<string, ReturnType<typeof sql>> = {
    repeat_key: sql`'2026-01-01T00:00:00.000Z/old-' || n`,
    subject: sql`cast(4000000000 + n % 50000 as text)`,
  };
  await sql`
    with recursive series (n) as (select 1 union all select n + 1 from series where n < ${sql.lit(count)})
    insert into inbox (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => unlike[column] ?? sql.ref(`model.${column}`)))}
    from series, (select * from inbox limit 1) as model`.execute(inbox);
}

interface DueEvent {
  row: EventRow;
  body: string;
}

async function addDue(inbox: Inbox, due: readonly DueEvent[]): Promise<void> {
  const rows = await inbox
    .insertInto('inbox')
    .values(due.map(({ row }) => row))
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  await inbox
    .insertInto('inbox_body')
    .values(
      due.map(({ row, body }, index) => ({
        event_id: ids[index],
        lime_database: row.lime_database,
        received_at: row.received_at,
        body,
      })),
    )
    .execute();
}

/** Four events about each invoice, in the order of all invoices' first, then their second, … */
function* dueEvents(
  benchEnvironment: BenchEnvironment,
  applied: EventRow,
  count: number,
): Generator<DueEvent[]> {
  const stories = Array.from({ length: count / 4 }, () => tellStory(benchEnvironment.billecta));
  for (let chapter = 0; chapter < 4; chapter += 1) {
    for (let from = 0; from < stories.length; from += chunk) {
      yield stories.slice(from, from + chunk).map(({ actionPublicId, bodies }) => ({
        body: bodies[chapter] ?? '',
        row: {
          ...applied,
          repeat_key: `2026-02-01T00:00:00.000Z/${actionPublicId}/${chapter}`,
          subject: actionPublicId,
          state: 'pending',
          completed_at: null,
          outcome: null,
        },
      }));
    }
  }
}
