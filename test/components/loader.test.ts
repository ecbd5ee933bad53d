import { expect } from 'chai';
import { invoiceCardTag, invoiceStatusTag, loaderTag, syncPanelTag } from '../../frontend/host/tags.ts';
import type { ConfigMetadata, LimeWebComponentPlatform } from '../../frontend/host/types.ts';
import type { LoaderElement } from '../../frontend/loader-element.ts';
import { FakePlatform } from './support/fake-platform.ts';
import { clearPage, show, until } from './support/page.ts';

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

const missing = (name: string): never => {
  throw new Error(`There is no ${name}`);
};

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
    expect(metadata).to.deep.include({ title: 'Markera som bestridd', icon: 'scales' });
    expect(metadata?.description).to.contain('Billecta');
    expect(metadata?.tags).to.be.an('array');
    const many = platform.commands.get(ids[1] ?? '')?.metadata;
    expect(many).to.deep.include({ title: 'Markera som bestridda', icon: 'scales' });
    expect(many?.tags).to.include('bulk-object');
  });

  it('passes over each service that the platform lacks, and registers what it can', () => {
    const services = ['commandBus', 'notifications', 'dialog', 'state.limeobjects', 'state.application'];
    for (const service of services) {
      const platform = new FakePlatform('testdb').without(service);
      show<LoaderElement>(loaderTag, { platform });
      expect(platform.registrations, service).to.equal(service === 'commandBus' ? 0 : 8);
    }
  });

  it('takes a platform that has no service at all', () => {
    const platform = { type: 'LimeCRMWebAdminClient', has: () => false, get: missing, register: missing };
    const loader = show<LoaderElement>(loaderTag, { platform: platform as LimeWebComponentPlatform });
    expect(loader.platform).to.equal(platform);
  });

  it("offers what can be placed in Lime 7's pickers, in the language of the session", async () => {
    const platform = new FakePlatform('testdb', { language: 'nn' });
    const offered = new Map<string, ConfigMetadata>();
    platform.register('webComponentRegistry', {
      register: (tag: string, metadata: ConfigMetadata) => offered.set(tag, metadata),
    });
    show<LoaderElement>(loaderTag, { platform });
    await until('all are offered', () => offered.size === 3);
    const tags = (tag: string) => offered.get(tag)?.tags ?? [];
    expect(tags(invoiceCardTag)).to.include('card-widget');
    expect(tags(invoiceStatusTag)).to.include('card-widget');
    expect(tags(syncPanelTag)).to.include('start-page');
    expect(offered.get(syncPanelTag)?.title).to.equal('Synkronisering med Billecta');
    for (const [tag, { title, description, icon }] of offered) {
      expect(customElements.get(tag), tag).to.be.a('function');
      expect([title, description, icon]).not.to.include.oneOf([undefined, '']);
    }
  });

  it('starts all the same when the registry wants something else', async () => {
    const platform = new FakePlatform('testdb');
    let asked = 0;
    platform.register('webComponentRegistry', {
      register() {
        asked++;
        throw new TypeError('Not like this');
      },
    });
    show<LoaderElement>(loaderTag, { platform });
    await until('all have been tried', () => asked === 3);
    expect(platform.registrations).to.equal(8);
  });

  it('shows nothing', () => {
    const { width, height } = waiting.getBoundingClientRect();
    expect([width, height, waiting.textContent]).to.deep.equal([0, 0, '']);
  });

  it('brings the elements that Lime places itself, which are those that the package declares', async () => {
    const declared: { name: string; slot: string | null }[] = await (
      await fetch('/frontend/public/lwc.config.json')
    ).json();
    expect(declared.map(({ name }) => name)).to.have.members([
      loaderTag,
      invoiceStatusTag,
      invoiceCardTag,
      syncPanelTag,
    ]);
    for (const { name } of declared) await customElements.whenDefined(name);
    const slots = declared.filter(({ slot }) => slot !== null);
    expect(slots).to.deep.equal([{ name: loaderTag, slot: 'plugin.loaders' }]);
  });

  it('is harmless when the bundle is loaded a second time', async () => {
    const defined = customElements.get(loaderTag);
    const again = new URL('../../frontend/loader.ts?again', import.meta.url).href;
    await import(again);
    expect(customElements.get(loaderTag)).to.equal(defined);
    clearPage();
  });
});
