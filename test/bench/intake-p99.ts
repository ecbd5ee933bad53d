import type { Row } from './row.ts';
import { analyzeTables } from './support/analyze-tables.ts';
import type { Running } from './support/bench-environment.ts';
import { endlessWebhooks } from './support/endless-webhooks.ts';
import { paced } from './support/paced.ts';
import { percentile } from './support/statistics.ts';

const perSecond = 1_000;

/** How long a webhook waits for its answer at 1,000 a second, while events are applied as ever. */
export const intakeP99: Row = {
  name: 'intake-p99',
  unit: 'ms',
  limit: { most: 15 },
  async measure(benchEnvironment) {
    const next = endlessWebhooks(benchEnvironment.billecta);
    const database = await benchEnvironment.createDatabase();
    const bare = await waitsOf(await benchEnvironment.startBaseline(), 4, next);
    const ours = await waitsOf(await benchEnvironment.startBff(database), 8, next, () =>
      analyzeTables(benchEnvironment, database),
    );
    return { value: percentile(ours, 99), note: `${told(ours)}; bare p99 ${ms(bare, 99)}, ${told(bare)}` };
  },
};

/** Warms it up, measures it, and stops it. */
async function waitsOf(
  target: Running,
  seconds: number,
  next: () => Buffer,
  warm = async () => {},
): Promise<number[]> {
  try {
    await paced(target, { perSecond, seconds: 2 }, next);
    await warm();
    return await paced(target, { perSecond, seconds }, next);
  } finally {
    await target.stop();
  }
}

const ms = (waits: readonly number[], percent: number) => percentile(waits, percent).toFixed(1);

const told = (waits: readonly number[]) => `p50 ${ms(waits, 50)}, longest ${ms(waits, 100)}`;
