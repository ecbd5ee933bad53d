import { type Kysely, sql } from 'kysely';

/** Lets the service take webhooks in and do nothing about them. It has to have been started on the database once. */
export async function pauseProcessing(db: Kysely<unknown>, limeDatabase: string): Promise<void> {
  await sql`insert into processing_pause (lime_database, paused_at, paused_by, why)
    values (${limeDatabase}, ${new Date().toISOString()}, 'bench', 'The receiver is measured alone.')`.execute(
    db,
  );
}
