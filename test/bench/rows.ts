import { applyGrowth } from './apply-growth.ts';
import { applyRate } from './apply-rate.ts';
import { badgeMs } from './badge-ms.ts';
import { commandP50, commandP99 } from './command-overhead.ts';
import { intakeGrowth } from './intake-growth.ts';
import { intakeP99 } from './intake-p99.ts';
import { intakeRatio } from './intake-ratio.ts';
import { intakeRatioApplying } from './intake-ratio-applying.ts';
import { longestStall } from './longest-stall.ts';
import { panelP95 } from './panel-p95.ts';
import { readyMs } from './ready-ms.ts';
import { reconcile100k } from './reconcile-100k.ts';
import type { Row } from './row.ts';
import { rssMb } from './rss-mb.ts';
import { soak } from './soak.ts';

/** Everything that is measured, in this order. */
export const rows: readonly Row[] = [
  readyMs,
  intakeRatio,
  intakeRatioApplying,
  intakeGrowth,
  intakeP99,
  rssMb,
  applyRate,
  applyGrowth,
  commandP50,
  commandP99,
  badgeMs,
  reconcile100k,
  panelP95,
  longestStall,
  soak,
];
