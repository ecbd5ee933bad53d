import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { relativeTime } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';

const minute = 60_000;

/** Open invoices are reconciled every 15 minutes, closed ones every night; later than that is late (ms). */
const promiseOpen = 20 * minute;
const promiseClosed = 26 * 60 * minute;

export interface Freshness {
  text: string;
  stale: boolean;
}

/** How old the status is and where it came from; undefined while Billecta has not been read. */
export function freshnessOf(status: InvoiceStatus, now: Date, t: Translator): Freshness | undefined {
  const { source } = status;
  const at = lastKnownTrue(status);
  if (at === undefined || source === null) return undefined;
  const stale = now.getTime() - at > (isClosed(status) ? promiseClosed : promiseOpen);
  const values = { when: relativeTime(at, now, t.locale), source: t.text(`source.${source}`) };
  return { text: t.text(stale ? 'freshness.stale' : 'freshness.line', values), stale };
}

/** A check that found nothing new makes the status as fresh as a new one would; undefined before the first read. */
export function lastKnownTrue({ asOf, verifiedAt }: InvoiceStatus): number | undefined {
  if (asOf === null) return undefined;
  return Math.max(Date.parse(asOf), verifiedAt ? Date.parse(verifiedAt) : 0);
}

function isClosed({ stage }: InvoiceStatus): boolean {
  return stage === 'paid' || stage === 'credited' || stage === 'cancelled' || stage === 'sold';
}
