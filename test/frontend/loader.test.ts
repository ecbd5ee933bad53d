import { expect } from 'chai';
import type { LoaderElement } from '../../frontend/loader-element.ts';
import { invoiceCardTag, invoiceStatusTag, loaderTag } from '../../frontend/tags.ts';
import { FakePlatform } from './support/fake-platform.ts';
import { clearPage, show } from './support/page.ts';

const ids = [
  'limepkg_billecta_integration.dispute-invoice',
  'limepkg_billecta_integration.dispute-invoices',
  'limepkg_billecta_integration.cancel-dispute',
  'limepkg_billecta_integration.cancel-disputes',
  'limepkg_billecta_integration.pause-invoice',
  'limepkg_billecta_integration.pause-invoices',
  'limepkg_billecta_integration.resume-invoice',
  'limepkg_billecta_integration.resume-invoices',
];

describe('the loader', () => {
  const early = new FakePlatform('testdb');
  const waiting = show<LoaderElement>(loaderTag, { platform: early });

  it('registers the commands on a platform that was set before the bundle was loaded', async () => {
    expect(early.commands.size).to.equal(0);
    await import('../../frontend/loader.ts');
    expect([...early.commands.keys()]).to.deep.equal(ids);
    expect(waiting.platform).to.equal(early);
  });

  it('registers the commands on a platform that is set later', () => {
    const platform = new FakePlatform('testdb');
    const loader = show<LoaderElement>(loaderTag);
    expect(platform.registrations).to.equal(0);
    loader.platform = platform;
    expect([...platform.commands.keys()]).to.deep.equal(ids);
  });

  it('registers them once, however often the platform is set and Lime calls its hooks', () => {
    const platform = new FakePlatform('testdb');
    const loader = show<LoaderElement>(loaderTag, { platform });
    loader.platform = platform;
    loader.componentWillLoad();
    loader.componentWillUpdate();
    loader.remove();
    document.body.append(loader);
    expect(platform.registrations).to.equal(8);
  });

  it('asks the page for the platform when it is given none', () => {
    const platform = new FakePlatform('testdb');
    const answer = (event: Event) => {
      const { detail } = event as CustomEvent;
      if (detail.context === 'platform') detail.callback(platform, () => undefined);
    };
    document.addEventListener('context-request', answer, { once: true });
    show<LoaderElement>(loaderTag);
    expect(platform.registrations).to.equal(8);
  });

  it('names the commands in the language of the session', () => {
    const platform = new FakePlatform('testdb', { language: 'sv' });
    show<LoaderElement>(loaderTag, { platform });
    const { metadata } = platform.commands.get(ids[0] ?? '') ?? {};
    expect(metadata).to.deep.include({ title: 'Bestrid faktura', icon: 'scales' });
    expect(metadata?.description).to.contain('Billecta');
    expect(metadata?.tags).to.be.an('array');
    const many = platform.commands.get(ids[1] ?? '')?.metadata;
    expect(many).to.deep.include({ title: 'Bestrid fakturor', icon: 'scales' });
    expect(many?.tags).to.include('bulk-object');
  });

  it('shows nothing', () => {
    const { width, height } = waiting.getBoundingClientRect();
    expect([width, height, waiting.textContent]).to.deep.equal([0, 0, '']);
  });

  it('brings the elements that Lime places itself', async () => {
    await customElements.whenDefined(invoiceStatusTag);
    await customElements.whenDefined(invoiceCardTag);
  });

  it('is harmless when the bundle is loaded a second time', async () => {
    const defined = customElements.get(loaderTag);
    const again = new URL('../../frontend/loader.ts?again', import.meta.url).href;
    await import(again);
    expect(customElements.get(loaderTag)).to.equal(defined);
    clearPage();
  });
});
