import type { Invoice } from './invoice.ts';

/** Why a planned resume is not waited for any more. */
export type PlanEnd = 'resumed' | 'disputed' | 'closed' | 'pause-failed' | 'refused';

const closed: readonly Invoice['stage'][] = ['paid', 'credited', 'cancelled', 'sold'];

/** What has made a planned resume pointless, null when it stands. */
export function planEnd(invoice: Invoice): PlanEnd | null {
  if (closed.includes(invoice.stage)) return 'closed';
  if (invoice.disputedSince !== null) return 'disputed';
  return invoice.paused ? null : 'resumed';
}
