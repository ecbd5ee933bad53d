import { expect } from 'chai';
import { bffClient } from '../../../frontend/bff/client.ts';
import type { InvoiceEntry } from '../../../frontend/bff/invoice-entry.ts';
import { InvoiceStatuses } from '../../../frontend/bff/invoice-statuses.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { until } from '../support/page.ts';
import { disputedInvoice, sentInvoice } from '../support/statuses.ts';

describe('the statuses of a page', () => {
  let bff: ScriptedBff;
  let statuses: InvoiceStatuses;
  let stops: (() => void)[];

  beforeEach(() => {
    bff = new ScriptedBff();
    statuses = new InvoiceStatuses(bffClient(bff.application, 'invoice'));
    stops = [];
  });

  afterEach(() => {
    for (const stop of stops) stop();
  });

  /** Everything that a subscriber has been told; the last one is what it shows. */
  const told = (limeId = 1001): InvoiceEntry[] => {
    const entries: InvoiceEntry[] = [];
    stops.push(statuses.subscribe(limeId, (entry) => entries.push(entry)));
    return entries;
  };
  const known = (entries: InvoiceEntry[]) => until('the status is known', () => statusOf(entries));
  const streaming = (count: number) =>
    until(`${count} streams are open`, async () => (await bff.log()).streams === count);

  it('are loading until they are read', async () => {
    await bff.holds(sentInvoice());
    const entries = told();
    expect(entries).to.deep.equal([{ kind: 'loading', sending: null }]);
    expect((await known(entries)).stage).to.equal('sent');
  });

  it('of 200 elements are read in one request', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => index + 1);
    await bff.holds(...ids.map((limeId) => sentInvoice({ limeId })));
    const all = ids.map((limeId) => told(limeId));
    for (const entries of all) await known(entries);
    const reads = await bff.requests('GET', 'invoices');
    expect(reads).to.have.length(1);
    expect(decodeURIComponent(reads[0]?.query ?? '')).to.equal(`ids=${ids.join(',')}&limetype=invoice`);
  });

  it('of more invoices are read in two requests, because one carries 200', async () => {
    const ids = Array.from({ length: 202 }, (_, index) => index + 1);
    await bff.holds(...ids.map((limeId) => sentInvoice({ limeId })));
    const last = ids.map((limeId) => told(limeId)).at(-1);
    await known(last ?? []);
    expect(await bff.requests('GET', 'invoices')).to.have.length(2);
  });

  it('of one invoice shown twice are read once, from Billecta', async () => {
    await bff.holds(sentInvoice());
    const [one, two] = [told(), told()];
    await known(one);
    await known(two);
    expect(await bff.requests('GET', 'invoices/1001')).to.have.length(1);
  });

  it('change by themselves when the BFF has news', async () => {
    await bff.holds(sentInvoice());
    const entries = told();
    await known(entries);
    await streaming(1);
    await bff.push(disputedInvoice());
    await until('the dispute is told', () => statusOf(entries)?.disputed);
  });

  it('of many elements use one stream, opened again with the ids that are shown', async () => {
    await bff.holds(sentInvoice(), sentInvoice({ limeId: 1002 }));
    await known(told(1001));
    await streaming(1);
    await known(told(1002));
    await until(
      'both are followed',
      async () => (await liveQueries()).at(-1) === 'ids=1001,1002&limetype=invoice',
    );
    await streaming(1);
    for (const stop of stops) stop();
    await streaming(0);
  });

  it('come back after the stream was broken', async () => {
    await bff.holds(sentInvoice());
    const entries = told();
    await known(entries);
    await streaming(1);
    await bff.breakStreams();
    await streaming(1);
    await bff.push(disputedInvoice());
    await until('the dispute is told', () => statusOf(entries)?.disputed);
  });

  it('are read instead when the stream is turned away', async () => {
    await bff.holds(sentInvoice());
    await bff.answers({ method: 'GET', path: 'live', status: 503, body: problem('storage-unavailable') });
    const entries = told();
    await known(entries);
    await bff.holds(disputedInvoice());
    await until('it is read again', () => statusOf(entries)?.disputed);
    await streaming(1);
  });

  it('are read again and again while no stream can be had', async () => {
    await bff.holds(sentInvoice());
    await bff.answers({ method: 'GET', path: 'live', abort: true });
    const entries = told();
    await known(entries);
    await bff.holds(disputedInvoice());
    await until('it is read again', () => statusOf(entries)?.disputed);
  });

  it('stay as they were while they cannot be read, with why', async () => {
    await bff.holds(sentInvoice());
    const entries = told();
    await known(entries);
    await streaming(1);
    await bff.answers({ method: 'GET', path: 'invoices/1001', status: 502, body: problem('lime-failed') });
    dispatchEvent(new Event('offline'));
    await until('the failure is told', () => faultIn(entries));
    expect(statusOf(entries)?.stage).to.equal('sent');
    await bff.push(disputedInvoice());
    await until('it is in touch again', () => statusOf(entries)?.disputed);
    expect(faultIn(entries)).to.equal(null);
  });

  describe('of a page that nobody looks at', () => {
    const look = (visible: boolean) => {
      Object.defineProperty(document, 'hidden', { value: !visible, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    afterEach(() => {
      Reflect.deleteProperty(document, 'hidden');
    });

    it('have no stream, and one again that brings what was missed', async () => {
      await bff.holds(sentInvoice());
      const entries = told();
      await known(entries);
      await streaming(1);
      look(false);
      await streaming(0);
      await bff.push(disputedInvoice());
      expect(statusOf(entries)?.disputed).to.equal(null);
      const reads = (await bff.log()).requests.length;
      look(true);
      await until('the dispute is told', () => statusOf(entries)?.disputed);
      expect((await bff.log()).requests).to.have.length(reads + 1);
    });

    it('are asked for when it is looked at', async () => {
      await bff.holds(sentInvoice());
      look(false);
      const entries = told();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await bff.log()).requests).to.deep.equal([]);
      look(true);
      await known(entries);
    });
  });

  it('ignore what is older than what they have', async () => {
    await bff.holds(disputedInvoice());
    const entries = told();
    await known(entries);
    await streaming(1);
    await bff.push(sentInvoice({ asOf: '2020-01-01T00:00:00.000Z' }));
    await bff.push(disputedInvoice({ overdue: 3 }));
    await until('the newer one is told', () => statusOf(entries)?.overdue === 3);
    expect(entries.map((entry) => statusOf([entry])?.asOf)).not.to.include('2020-01-01T00:00:00.000Z');
  });

  it('show a command as sending until it is answered', async () => {
    await bff.holds(sentInvoice());
    const entries = told();
    await known(entries);
    await bff.answers({ method: 'POST', path: 'invoices/1001/dispute', hold: true });
    const running = statuses.run('dispute', 1001, {});
    expect(entries.at(-1)?.sending).to.equal('dispute');
    await until('it is sent', async () => (await bff.requests('POST', 'invoices/1001/dispute')).length);
    await bff.release();
    await running;
    expect(entries.at(-1)?.sending).to.equal(null);
    expect(statusOf(entries)?.disputed).not.to.equal(null);
  });

  it('roll back when the command fails, and are read again', async () => {
    await bff.holds(sentInvoice());
    const entries = told();
    await known(entries);
    const failure = problem('billecta-timeout');
    await bff.answers({ method: 'POST', path: 'invoices/1001/dispute', status: 504, body: failure });
    const outcome = await statuses.run('dispute', 1001, {}).catch((error: Error) => error.name);
    expect(outcome).to.equal('BffError');
    expect(entries.at(-1)).to.deep.include({ kind: 'known', sending: null });
    expect(statusOf(entries)?.disputed).to.equal(null);
    await until('it is read again', async () => (await bff.requests('GET', 'invoices/1001')).length === 2);
  });

  it('fail in words for an invoice that is left out of the answer', async () => {
    await bff.holds(sentInvoice());
    const [one, other] = [told(1001), told(4711)];
    await known(one);
    expect(other.at(-1)).to.deep.equal({ kind: 'failed', fault: { kind: 'left-out' }, sending: null });
  });

  it('can be read again after a failure', async () => {
    await bff.holds(sentInvoice());
    await bff.answers({ method: 'GET', path: 'invoices/1001', status: 502, body: problem('lime-failed') });
    const entries = told();
    await until('the failure is told', () => entries.at(-1)?.kind === 'failed');
    statuses.retry(1001);
    expect(entries.at(-1)?.kind).to.equal('loading');
    await known(entries);
  });

  async function liveQueries(): Promise<string[]> {
    return (await bff.requests('GET', 'live')).map(({ query }) => decodeURIComponent(query));
  }
});

function faultIn(entries: InvoiceEntry[]) {
  const entry = entries.at(-1);
  return entry?.kind === 'known' ? entry.fault : undefined;
}

function statusOf(entries: InvoiceEntry[]) {
  const entry = entries.at(-1);
  return entry?.kind === 'known' ? entry.status : undefined;
}
