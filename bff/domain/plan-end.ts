import type { Invoice } from './invoice.ts';

/** Why a planned resume is not waited for any more. */
export type PlanEnd = 'resumed' | 'removed' | 'closed' | 'pause-failed' | 'refused';

const closed: readonly Invoice['stage'][] = ['paid', 'credited', 'cancelled', 'sold'];

/**
 * What has made a planned resume pointless, null when it stands. A dispute does not: the day belongs to the pause, which
 * goes on beneath it.
 */
export function planEnd(invoice: Invoice): PlanEnd | null {
  if (closed.includes(invoice.stage)) return 'closed';
  return invoice.paused ? null : 'resumed';
}
