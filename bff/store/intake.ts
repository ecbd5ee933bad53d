import type { Intake } from '../services/ports/inbox.ts';
import type { Arrival, OpenDatabase, Receipt } from './dialect.ts';

/** Somebody who waits for an event to be on disk. */
interface Waiting {
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

/** The most events in one commit, within what a statement takes in parameters. */
const largest = 500;

/**
 * Puts events on disk, all of one turn of the event loop with one commit: a flush costs the same for one event as for
 * a hundred. While the database has as many commits under way as it takes at once, the next events gather.
 */
export function intake({ append, appendsAtOnce }: OpenDatabase): Intake {
  let arrivals: Arrival[] = [];
  let waiting: Waiting[] = [];
  let underWay = 0;

  return {
    append: (database, event) =>
      new Promise((resolve, reject) => {
        arrivals.push({ database, event });
        if (waiting.push({ resolve, reject }) === 1) setImmediate(flush);
      }),
  };

  function flush(): void {
    while (waiting.length > 0 && underWay < appendsAtOnce) {
      underWay += 1;
      // Whoever waits holds no event: under load, most of the memory in use would be what is handed over already.
      void settle(append(arrivals.slice(0, largest)), waiting.slice(0, largest));
      arrivals = arrivals.slice(largest);
      waiting = waiting.slice(largest);
    }
  }

  async function settle(stored: Promise<Receipt[]>, batch: readonly Waiting[]): Promise<void> {
    try {
      const receipts = await stored;
      batch.forEach(({ resolve, reject }, index) => {
        const receipt = receipts[index];
        if (receipt) resolve(receipt);
        else reject(new Error('An event was stored without an id'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    underWay -= 1;
    flush();
  }
}
