import type { Kysely } from 'kysely';
import type { Installation } from '../services/ports/installation.ts';
import type { Schema } from './schema.ts';

export const installation = (db: Kysely<Schema>): Installation => ({
  async own(name, first) {
    await db
      .insertInto('installation')
      .values({ name, value: first })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const { value } = await db
      .selectFrom('installation')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return value;
  },
});
