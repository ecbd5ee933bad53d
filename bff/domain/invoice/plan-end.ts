import type { Invoice } from './invoice.ts';
import { isClosed } from './stage.ts';

/** Why a planned resume is not waited for any more. */
export const planEnds = ['resumed', 'removed', 'closed', 'pause-failed', 'refused'] as const;
export type PlanEnd = (typeof planEnds)[number];

/**
 * How far Billecta's clock may be from the service's, ms: mistaking the service's own pause for another would keep it
 * for ever.
 */
const clocksApart = 2 * 60 * 60 * 1000;

/**
 * The reason why a planned resume is pointless, null when it is valid. A dispute is none: the day belongs to the pause,
 * which goes on beneath it. Another pause is one: it began after the planned one had ended unreported.
 *
 * @param givenAt - when the pause that has this end was asked for
 */
export function planEnd(invoice: Invoice, givenAt: string): PlanEnd | null {
  if (isClosed(invoice) || invoice.stage === 'sold') return 'closed';
  if (!invoice.paused) return 'resumed';
  const since = invoice.pausedSince;
  return since !== null && Date.parse(since) - Date.parse(givenAt) > clocksApart ? 'resumed' : null;
}
