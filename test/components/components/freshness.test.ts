import { expect } from 'chai';
import { freshnessOf } from '../../../frontend/components/invoice-status/freshness.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { sentInvoice, unreadInvoice } from '../support/statuses.ts';

const now = new Date('2025-11-03T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('how fresh a status is', () => {
  it('is told with where it came from', async () => {
    const t = await loadTranslator('en');
    const status = sentInvoice({ asOf: new Date(now.getTime() - 12_000).toISOString() });
    expect(freshnessOf(status, now, t)).to.deep.equal({
      text: 'As of 12 sec. ago, from Billecta',
      stale: false,
    });
    expect(freshnessOf({ ...status, source: 'webhook' }, now, t)?.text).to.contain('reported by Billecta');
    expect(freshnessOf({ ...status, source: 'command' }, now, t)?.text).to.contain('after a command');
  });

  it('counts from the last check, even when that found nothing new', async () => {
    const t = await loadTranslator('en');
    const status = sentInvoice({ asOf: ago(60 * 24), verifiedAt: ago(3) });
    expect(freshnessOf(status, now, t)).to.deep.equal({
      text: 'As of 3 min. ago, from Billecta',
      stale: false,
    });
  });

  it('is stale when an open invoice missed its reconciliation', async () => {
    const t = await loadTranslator('sv');
    const freshness = freshnessOf(sentInvoice({ asOf: ago(21) }), now, t);
    expect(freshness?.stale).to.equal(true);
    expect(freshness?.text).to.match(
      /^Uppdaterad för 21 min.* sed?a?n, från Billecta\. Uppgiften kan vara inaktuell\.$/,
    );
  });

  it('is stale a day later for a closed invoice', async () => {
    const t = await loadTranslator('en');
    expect(freshnessOf(sentInvoice({ stage: 'paid', asOf: ago(25 * 60) }), now, t)?.stale).to.equal(false);
    expect(freshnessOf(sentInvoice({ stage: 'paid', asOf: ago(27 * 60) }), now, t)?.stale).to.equal(true);
  });

  it('is not told before Billecta has been read', async () => {
    expect(freshnessOf(unreadInvoice(), now, await loadTranslator('en'))).to.equal(undefined);
  });
});
