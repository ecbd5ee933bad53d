import type { Measured } from '../row.ts';
import type { BenchEnvironment } from './bench-environment.ts';
import { endlessWebhooks } from './endless-webhooks.ts';
import { pauseProcessing } from './processing.ts';
import { type Saturation, saturate } from './saturate.ts';
import { median } from './statistics.ts';

/** Each round loads the one and then the other for so many seconds. */
const seconds = 2;

/**
 * How much of the bare intake's rate the service reaches, as the median of rounds that alternate, so that whatever else
 * the machine does meets both.
 *
 * @param rounds - besides a first one that only warms up
 * @param processing - whether what comes in is applied at the same time, by the same process
 */
export async function measureIntakeRatio(
  benchEnvironment: BenchEnvironment,
  { processing, rounds }: { processing: 'paused' | 'running'; rounds: number },
): Promise<Measured> {
  const database = await benchEnvironment.createDatabase();
  const bff = await benchEnvironment.startBff(database);
  const baseline = await benchEnvironment.startBaseline();
  const next = endlessWebhooks(benchEnvironment.billecta);
  try {
    if (processing === 'paused') {
      await database.look((db) => pauseProcessing(db, benchEnvironment.limeDatabase));
    }
    const taken: { ours: Saturation; bare: Saturation }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      taken.push({
        ours: await saturate(bff, seconds, next),
        bare: await saturate(baseline, seconds, next),
      });
    }
    const [, ...counted] = taken;
    return {
      value: median(counted.map(({ ours, bare }) => ours.rate / bare.rate)),
      note: `${told(counted.map(({ ours }) => ours))}; bare ${told(counted.map(({ bare }) => bare))}`,
    };
  } finally {
    await Promise.all([bff.stop(), baseline.stop()]);
  }
}

/** A rate, and who was busy: where neither was, the disk was waited for. */
function told(saturations: readonly Saturation[]): string {
  const of = (part: keyof Saturation) => median(saturations.map((each) => each[part]));
  return `${Math.round(of('rate'))}/s (busy ${percent(of('busy'))}, load ${percent(of('ours'))})`;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
