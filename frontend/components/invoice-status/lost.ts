import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { BffFault } from '../../bff/bff-error.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { sinceText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { lastKnownTrue } from './freshness.ts';

/** Why the status could not be read, by what helps: logging in, waiting for the network, nothing, or another try. */
export type Lost = 'logged-out' | 'offline' | 'hidden' | 'unreachable';

export function lostOf(fault: BffFault): Lost {
  switch (fault.kind) {
    case 'problem': {
      const { code } = fault.problem;
      if (code === 'unauthenticated') return 'logged-out';
      return code === 'forbidden' || code === 'not-found' ? 'hidden' : 'unreachable';
    }
    case 'left-out':
      return 'hidden';
    case 'unreadable':
      return fault.status === 401 ? 'logged-out' : 'unreachable';
    case 'offline':
      return 'offline';
    case 'network':
    case 'timeout':
      return navigator.onLine ? 'unreachable' : 'offline';
  }
}

/** @param status - what is shown meanwhile; without it, the server's own words count where they say more */
export function lostText(fault: BffFault, t: Translator, status?: InvoiceStatus, now?: Date): string {
  const lost = lostOf(fault);
  if (lost === 'unreachable' && !status) return faultText(fault, t).text;
  const why = t.text(lost === 'hidden' ? 'problem.not-found' : `lost.${lost}`);
  const at = status && lastKnownTrue(status);
  if (!at || !now) return why;
  return `${why} ${t.text('lost.shown', { time: sinceText(new Date(at).toISOString(), now, t.locale) })}`;
}
