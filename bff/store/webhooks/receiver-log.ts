import type { Kysely } from 'kysely';
import type { ReceiverLog, RejectedRequest } from '../../services/ports/store/receiver-log.ts';
import type { Schema } from '../schema.ts';

/** How many rejected requests are kept for a Lime database. */
const kept = 1_000;

/** How many may wait to be written; in a flood the others are dropped. */
const waitingAtMost = 200;

/** How long lines gather, so that a flood of them costs the accepted events few commits, ms. */
const gatherFor = 250;

/** How often the use of a key is noted, ms. */
const noteEvery = 60_000;

export function receiverLog(db: Kysely<Schema>): ReceiverLog {
  const lastUse = new Map<string, number>();
  let waiting: Array<{ database: string; request: RejectedRequest }> = [];
  let writing: Promise<void> | undefined;

  return {
    rejected(database, request) {
      if (waiting.length < waitingAtMost) waiting.push({ database, request });
      writing ??= writeSoon();
      return writing;
    },

    async keyUsed(database, name, at) {
      const key = `${database}/${name}`;
      if (at.getTime() - (lastUse.get(key) ?? 0) < noteEvery) return;
      lastUse.set(key, at.getTime());
      const lastUsedAt = at.toISOString();
      await db
        .insertInto('webhook_key')
        .values({ lime_database: database, name, last_used_at: lastUsedAt })
        .onConflict((conflict) =>
          conflict.columns(['lime_database', 'name']).doUpdateSet({ last_used_at: lastUsedAt }),
        )
        .execute();
    },
  };

  async function writeSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, gatherFor));
    const lines = waiting;
    waiting = [];
    writing = undefined;
    // A use after them is then noted at once: it shows that the configured keys work.
    lastUse.clear();
    await db.transaction().execute(async (transaction) => {
      await enter(transaction, lines);
      for (const database of new Set(lines.map((line) => line.database)))
        await deleteOldest(transaction, database);
    });
  }
}

async function enter(
  db: Kysely<Schema>,
  lines: ReadonlyArray<{ database: string; request: RejectedRequest }>,
): Promise<void> {
  const rows = lines.map(({ database, request: { at, reason, headers, body } }) => ({
    lime_database: database,
    at,
    reason,
    headers: JSON.stringify(headers),
    body,
  }));
  await db.insertInto('rejected_request').values(rows).execute();
}

async function deleteOldest(db: Kysely<Schema>, database: string): Promise<void> {
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
