import type { Row } from './row.ts';
import { endlessWebhooks } from './support/endless-webhooks.ts';
import { residentMb } from './support/process-usage.ts';
import { saturate } from './support/saturate.ts';

/** The most memory the service has resident under as much intake as it takes, while events are applied. */
export const rssMb: Row = {
  name: 'rss-mb',
  unit: 'MB',
  limit: { most: 150 },
  async measure(benchEnvironment) {
    const bff = await benchEnvironment.startBff(await benchEnvironment.createDatabase());
    const atRest = residentMb(bff.pid);
    let most = atRest;
    const watch = setInterval(() => {
      most = Math.max(most, residentMb(bff.pid));
    }, 200);
    try {
      const { rate } = await saturate(bff, 8, endlessWebhooks(benchEnvironment.billecta));
      return { value: most, note: `at rest ${Math.round(atRest)}, under ${Math.round(rate)}/s` };
    } finally {
      clearInterval(watch);
      await bff.stop();
    }
  },
};
