import { expect } from 'chai';
import { learnTime, serverTime } from '../../../frontend/bff/server-clock.ts';
import { freshnessOf } from '../../../frontend/components/invoice-status/freshness.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { sentInvoice } from '../support/statuses.ts';

const minutes = 60_000;
const told = (minutesAway: number) => learnTime(new Date(Date.now() + minutesAway * minutes).toUTCString());
const away = () => Math.round((serverTime().getTime() - Date.now()) / minutes);

describe('the present', () => {
  afterEach(() => told(0));

  it('is the server’s, whatever this computer’s clock says', () => {
    told(-20);
    expect(away()).to.equal(-20);
    told(20);
    expect(away()).to.equal(20);
  });

  it('is this computer’s while the difference may be the network’s, and where no answer tells', () => {
    told(20);
    learnTime(null);
    learnTime('yesterday');
    expect(away()).to.equal(20);
    told(0);
    expect(serverTime().getTime() - Date.now()).to.be.within(-1_000, 1_000);
  });

  it('makes no status stale on a computer whose clock is fast', async () => {
    told(-25);
    const asOf = new Date(Date.now() - 25 * minutes).toISOString();
    const fresh = freshnessOf(sentInvoice({ asOf }), serverTime(), await loadTranslator('en'));
    expect(fresh?.stale).to.equal(false);
  });
});
