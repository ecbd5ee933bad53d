import type { Row } from './row.ts';
import type { BenchEnvironment, Running } from './support/bench-environment.ts';
import { endlessWebhooks } from './support/endless-webhooks.ts';
import { fillInbox } from './support/fill-inbox.ts';
import { pauseProcessing } from './support/processing.ts';
import { saturate } from './support/saturate.ts';
import { median } from './support/statistics.ts';

/** Each round loads the one and then the other for so many seconds. */
const seconds = 2;
const rounds = 5;

const [few, many] = [10_000, 1_000_000];

/**
 * What taking in a webhook costs with a million old ones in the inbox, against ten thousand: two services in turn, so
 * that whatever else the machine does meets both.
 */
export const intakeGrowth: Row = {
  name: 'intake-growth',
  unit: 'times',
  limit: { most: 1.5 },
  async measure(benchEnvironment) {
    const services = [
      await startBeside(benchEnvironment, few),
      await startBeside(benchEnvironment, many),
    ] as const;
    const next = endlessWebhooks(benchEnvironment.billecta);
    try {
      const rates: { few: number; many: number }[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const { rate: beside } = await saturate(services[0], seconds, next);
        rates.push({ few: beside, many: (await saturate(services[1], seconds, next)).rate });
      }
      // The first only warms up.
      const [, ...counted] = rates;
      const rate = (which: 'few' | 'many') => Math.round(median(counted.map((each) => each[which])));
      return {
        value: median(counted.map((each) => each.few / each.many)),
        note: `${rate('few')}/s beside 10,000 old events, ${rate('many')}/s beside 1,000,000`,
      };
    } finally {
      await Promise.all(services.map((service) => service.stop()));
    }
  },
};

/** A service that takes in and applies nothing, on an inbox with so many settled events. */
async function startBeside(benchEnvironment: BenchEnvironment, old: number): Promise<Running> {
  const database = await benchEnvironment.createDatabase();
  await fillInbox(benchEnvironment, database, { events: 0, old });
  const bff = await benchEnvironment.startBff(database);
  await database.look((db) => pauseProcessing(db, benchEnvironment.limeDatabase));
  return bff;
}
