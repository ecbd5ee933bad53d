import type { Delivery, Intake, IntakeResult } from '../../services/ports/intake.ts';
import type { OpenDatabase } from '../dialect.ts';
import type { IntakeFailure } from './intake-failure.ts';

/** A caller that waits for a delivery to be on disk. */
interface Waiting {
  resolve(result: IntakeResult): void;
  reject(error: unknown): void;
}

/** The most deliveries in one commit, within the limit of a statement's parameters. */
const largest = 500;

/** How many are handed over before the turn ends, so that the other thread begins meanwhile. */
const enough = 8;

/**
 * Accepts deliveries, those of one turn of the event loop together: a flush costs the same for one as for a hundred.
 * While the database has as many commits under way as it accepts at once, the next ones gather.
 */
export function intake({ accept, intakeConcurrency }: OpenDatabase): Intake {
  let deliveries: Delivery[] = [];
  let waiting: Waiting[] = [];
  let underWay = 0;

  return {
    accept: (delivery) =>
      new Promise((resolve, reject) => {
        deliveries.push(delivery);
        waiting.push({ resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
        if (waiting.length === enough) flush();
      }),
  };

  function flush(): void {
    while (waiting.length > 0 && underWay < intakeConcurrency) {
      underWay += 1;
      // A waiting caller keeps no delivery: under load, most of the memory in use would be deliveries handed over
      // already.
      void resolveAll(accept(deliveries.slice(0, largest)), waiting.slice(0, largest));
      deliveries = deliveries.slice(largest);
      waiting = waiting.slice(largest);
    }
  }

  async function resolveAll(
    stored: Promise<Array<IntakeResult | IntakeFailure>>,
    batch: readonly Waiting[],
  ): Promise<void> {
    try {
      const result = await stored;
      batch.forEach(({ resolve, reject }, index) => {
        const each = result[index];
        if (each?.kind === 'failed') reject(Object.assign(new Error(each.message), { code: each.code }));
        else if (each) resolve(each);
        else reject(new Error('A delivery has no result'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    underWay -= 1;
    flush();
  }
}
