import type { Row } from './row.ts';
import { measureApplying } from './support/applying.ts';

/** Events a second from inbox to stored status. */
export const applyRate: Row = {
  name: 'apply-rate',
  unit: 'events/s',
  limit: { least: 8_000 },
  async measure(benchEnvironment) {
    const { perSecond, applied } = await measureApplying(benchEnvironment, { old: 10_000 });
    return { value: perSecond, note: `${applied} events about 5,000 invoices, 10,000 old ones beside them` };
  },
};
