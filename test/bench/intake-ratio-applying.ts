import type { Row } from './row.ts';
import { measureIntakeRatio } from './support/intake-ratio.ts';

/** The same while events are applied; both share one processor, so nothing is promised, but it is good to know. */
export const intakeRatioApplying: Row = {
  name: 'intake-ratio-applying',
  unit: 'of bare',
  limit: null,
  measure: (benchEnvironment) => measureIntakeRatio(benchEnvironment, { processing: 'running', rounds: 1 }),
};
