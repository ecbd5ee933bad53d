import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { UnusableDatabase } from '../start-fault.ts';

/** @throws UnusableDatabase when it cannot store every letter: webhooks would be refused by the names in them */
export async function requireUtf8(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new UnusableDatabase(
    `the database is encoded in ${encoding}, which lacks letters that names have`,
    "make one with: create database … encoding 'UTF8' template template0",
  );
}
