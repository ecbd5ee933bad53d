import type { Kysely } from 'kysely';
import type { Intake, ReceivedEvent } from '../services/ports.ts';
import { appendAll } from './append-all.ts';
import type { Schema } from './schema.ts';

interface Waiting {
  database: string;
  event: ReceivedEvent;
  resolve(receipt: { id: number; duplicate: boolean }): void;
  reject(error: unknown): void;
}

/** The most events in one commit, within what a statement takes in parameters. */
const largest = 500;

/**
 * Puts events on disk, all of one turn of the event loop with one commit: a flush costs the same for one event as for
 * a hundred. While a commit is under way the next ones gather.
 */
export function intake(db: Kysely<Schema>): Intake {
  let waiting: Waiting[] = [];
  let flushing = false;

  return {
    append: (database, event) =>
      new Promise((resolve, reject) => {
        waiting.push({ database, event, resolve, reject });
        if (!flushing) {
          flushing = true;
          setImmediate(flush);
        }
      }),
  };

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      try {
        const receipts = await db.transaction().execute((transaction) => appendAll(transaction, batch));
        batch.forEach(({ resolve, reject }, index) => {
          const receipt = receipts[index];
          if (receipt) resolve(receipt);
          else reject(new Error('An event was stored without an id'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    flushing = false;
  }
}
