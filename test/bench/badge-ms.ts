import type { Row } from './row.ts';
import { badgeWaits } from './support/badge.ts';
import { median, percentile } from './support/statistics.ts';

/** From the moment in which Billecta sends a webhook until the chip in an open page says what it tells. */
export const badgeMs: Row = {
  name: 'badge-p95',
  unit: 'ms',
  limit: { most: 250 },
  async measure(benchEnvironment) {
    const waits = await badgeWaits(benchEnvironment);
    return {
      value: percentile(waits, 95),
      note: `median ${median(waits).toFixed(0)} ms of ${waits.length}, in Chromium, on Lime's page`,
    };
  },
};
