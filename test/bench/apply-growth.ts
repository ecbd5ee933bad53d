import type { Row } from './row.ts';
import { measureApplying } from './support/applying.ts';

/** What an event costs with a million old ones in the inbox, against ten thousand. */
export const applyGrowth: Row = {
  name: 'apply-growth',
  unit: 'times',
  limit: { most: 1.5 },
  async measure(benchEnvironment) {
    const few = (await measureApplying(benchEnvironment, { old: 10_000 })).perSecond;
    const many = (await measureApplying(benchEnvironment, { old: 1_000_000 })).perSecond;
    return {
      value: few / many,
      note: `${Math.round(few)}/s beside 10,000 old events, ${Math.round(many)}/s beside 1,000,000`,
    };
  },
};
