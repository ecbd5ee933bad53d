import { expect } from 'chai';
import type { InvoiceCard } from '../../../frontend/components/invoice-card/invoice-card.ts';
import type { InvoiceStatusElement } from '../../../frontend/components/invoice-status/invoice-status.ts';
import { invoiceCardTag, invoiceStatusTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/elements.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { clearPage, find, show, textOf, until } from '../support/page.ts';
import { sentInvoice } from '../support/statuses.ts';

const debtor = { limetype: 'debtor', id: 1003 };
const invoice = { limetype: 'invoice', id: 1003 };

describe('elements on other records than invoices', () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  beforeEach(async () => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
    await bff.holds(sentInvoice({ limeId: 1003, invoiceNumber: '71003' }));
  });

  afterEach(clearPage);

  const card = (context: InvoiceCard['context']) =>
    show<InvoiceCard>(invoiceCardTag, { platform, ...(context && { context }) });
  const asked = async () => (await bff.log()).requests.map(({ method, path }) => `${method} ${path}`);
  const names = () => bff.requests('GET', 'names');
  const shown = (element: HTMLElement) => find(element, '.chip') || textOf(element) !== '';

  it('show nothing on a debtor who has the id of an invoice, and ask for nothing', async () => {
    const elements = [
      card(debtor),
      show<InvoiceStatusElement>(invoiceStatusTag, { platform, context: debtor }),
      show<InvoiceStatusElement>(invoiceStatusTag, {
        platform,
        context: { limetype: 'debtor', id: null },
        data: { id: 1003 },
      }),
    ];
    const rendered = watch(elements);
    await until('the names are known', async () => (await names()).length);
    await settled();
    expect(rendered()).to.deep.equal([]);
    expect(await asked()).to.deep.equal(['GET names']);
  });

  it('show an invoice at once, without waiting for its name, and say what it is with every call', async () => {
    await bff.answers({ method: 'GET', path: 'names', hold: true });
    const element = card(invoice);
    await until('the card shows', () => textOf(element).includes('Invoice 71003'));
    await until('the stream is open', async () => (await bff.requests('GET', 'live')).length);
    await bff.release();
    const { requests } = await bff.log();
    const about = requests.filter(({ path }) => path !== 'names' && path !== 'processing');
    expect(about.map(({ path }) => path)).to.include.members(['invoices/1003', 'invoices/1003/timeline']);
    for (const { query } of about) expect(new URLSearchParams(query).get('limetype')).to.equal('invoice');
  });

  it('ask once a page what invoices are called, however many they are', async () => {
    for (let each = 0; each < 20; each++) card(each % 2 ? invoice : debtor);
    await until('the names are known', async () => (await names()).length);
    await settled();
    expect(await names()).to.have.length(1);
  });

  it('go by the name that this Lime has, and remember it for the next page', async () => {
    await bff.says('names', { invoiceLimetype: 'faktura' });
    const usual = card(invoice);
    const theirs = card({ limetype: 'faktura', id: 1003 });
    await until('theirs shows', () => textOf(theirs).includes('Invoice 71003'));
    expect(shown(usual)).to.equal(false);
    const key = `limepkg-billecta-integration/${bff.application}/invoice-limetype`;
    expect(localStorage.getItem(key)).to.equal('faktura');
    localStorage.removeItem(key);
  });

  it('show no wrong invoice while the service cannot say what they are called', async () => {
    await bff.fails('names', 'lime-unreachable');
    const [other, own] = [card(debtor), card(invoice)];
    await until('the invoice shows', () => textOf(own).includes('Invoice 71003'));
    expect(shown(other)).to.equal(false);
  });

  it('show nothing of an invoice once they stand on another record', async () => {
    const element = card(invoice);
    await until('the invoice shows', () => textOf(element).includes('Invoice 71003'));
    element.context = debtor;
    await element.updateComplete;
    expect(shown(element)).to.equal(false);
    await until('nothing is followed', async () => (await bff.log()).streams === 0);
    element.context = invoice;
    await until('the invoice shows again', () => textOf(element).includes('Invoice 71003'));
  });

  it('say why where the service says that it is no invoice after all', async () => {
    const body = problem('not-an-invoice', { status: 400 });
    await bff.answers({ method: 'GET', path: 'invoices/1003', status: 400, body });
    const element = card(invoice);
    await until('it is told', () => textOf(element).includes('This is not an invoice.'));
  });
});

/** What has ever been rendered in the elements, a skeleton that was gone a moment later too. */
function watch(elements: HTMLElement[]): () => string[] {
  const seen: string[] = [];
  for (const { shadowRoot } of elements)
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element) seen.push(node.outerHTML);
    }).observe(shadowRoot as ShadowRoot, { childList: true, subtree: true });
  return () => seen;
}

/** Long enough for what is gathered and settles to be sent (ms). */
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));
