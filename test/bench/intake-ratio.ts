import type { Row } from './row.ts';
import { measureIntakeRatio } from './support/intake-ratio.ts';

/** The receiver alone: 100 connections, processing paused. */
export const intakeRatio: Row = {
  name: 'intake-ratio',
  unit: 'of bare',
  limit: { least: 0.85 },
  measure: (benchEnvironment) => measureIntakeRatio(benchEnvironment, { processing: 'paused', rounds: 10 }),
};
