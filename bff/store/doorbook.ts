import type { Kysely } from 'kysely';
import type { Doorbook, RejectedRequest } from '../services/ports.ts';
import type { Schema } from './schema.ts';

/** How many requests that were turned away are kept for a Lime database. */
const kept = 1_000;

/** How many lines may be on their way to disk; in a flood the others are dropped. */
const atOnce = 20;

/** How often the use of a key is noted, ms. */
const noteEvery = 60_000;

export function doorbook(db: Kysely<Schema>): Doorbook {
  const lastUse = new Map<string, number>();
  let underWay = 0;

  return {
    async turnedAway(database, request) {
      if (underWay >= atOnce) return;
      underWay += 1;
      try {
        await enter(database, request);
      } finally {
        underWay -= 1;
      }
    },

    async keyUsed(database, name, at) {
      const key = `${database}/${name}`;
      const now = Date.parse(at);
      if (now - (lastUse.get(key) ?? 0) < noteEvery) return;
      lastUse.set(key, now);
      await db
        .insertInto('webhook_key')
        .values({ lime_database: database, name, last_used_at: at })
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'name']).doUpdateSet({ last_used_at: at }),
        )
        .execute();
    },
  };

  async function enter(database: string, { at, reason, headers, body }: RejectedRequest): Promise<void> {
    await db
      .insertInto('rejected_request')
      .values({ lime_database: database, at, reason, headers: JSON.stringify(headers), body })
      .execute();
    await db
      .deleteFrom('rejected_request')
      .where('lime_database', '=', database)
      .where('id', '<=', (eb) =>
        eb
          .selectFrom('rejected_request')
          .select('id')
          .where('lime_database', '=', database)
          .orderBy('id', 'desc')
          .limit(1)
          .offset(kept),
      )
      .execute();
  }
}
