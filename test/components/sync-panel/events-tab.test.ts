import { expect } from 'chai';
import type { EventPage } from '../../../bff/contract/admin/events.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import type { EventsTab } from '../../../frontend/sync-panel/tabs/events-tab.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import { anEvent, deadEvent, eventPage, syncStatus } from '../support/sync.ts';
import {
  button,
  change,
  clearPanel,
  click,
  filterField,
  has,
  offers,
  routeNow,
  says,
  showTab,
  sticksOut,
  wordsOf,
} from '../support/sync-tab.ts';

type Options = HTMLElement & { options: { value: string; text: string }[]; value: { value: string } };

describe(syncTabTags.events, () => {
  let bff: ScriptedBff;

  beforeEach(() => {
    bff = new ScriptedBff();
  });

  afterEach(clearPanel);

  const open = (fragment = 'events') =>
    showTab<EventsTab>(syncTabTags.events, bff, fragment, { status: syncStatus() });
  const showEvents = async (page: EventPage, fragment?: string) => {
    await bff.says('admin/events', page);
    const tab = await open(fragment);
    await until('it is read', () => find(tab, 'tbody tr, .empty h3') ?? find(tab, '[data-button=more]'));
    return tab;
  };
  const ids = (tab: Element) => findAll(tab, 'tbody tr').map(({ dataset }) => Number(dataset.event));
  const lastQuery = async () => {
    const asked = await bff.requests('GET', 'admin/events');
    return Object.fromEntries(new URLSearchParams(asked.at(-1)?.query));
  };

  describe('accessibility', () => {
    it('has no findings with events', async () => {
      expect(await axeFindings(await showEvents(eventPage({ next: '40' })))).to.deep.equal([]);
    });

    it('has no findings without any, nor when none is like this', async () => {
      const none = await showEvents(eventPage({ events: [] }));
      expect(await axeFindings(none)).to.deep.equal([]);
      await clearPanel();
      const noMatch = await showEvents(eventPage({ events: [] }), 'events?creditor=c-9');
      expect(await axeFindings(noMatch)).to.deep.equal([]);
    });

    it('has no findings when it cannot be read', async () => {
      await bff.fails('admin/events', 'storage-unavailable');
      const tab = await open();
      await until('the failure shows', () => find(tab, '[role=alert]'));
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels, all filters open', async () => {
      const long = deadEvent({
        event: 'InvoiceSentWithAnExtraordinarilyLongNameOfIt',
        outcome: 'x'.repeat(99),
      });
      const tab = await showEvents(
        eventPage({ events: [long, anEvent()], next: '40' }),
        'events?from=2025-11-01',
      );
      expect(find<HTMLDetailsElement>(tab, 'details')?.open).to.equal(true);
      expect(await sticksOut(tab)).to.deep.equal([]);
    });
  });

  describe('the list', () => {
    it('tells of each event when it came, what it was about, and what came of it', async () => {
      const tab = await showEvents(eventPage({ events: [deadEvent({ duplicates: 2 }), anEvent()] }));
      const [dead, applied] = findAll(tab, 'tbody tr').map(wordsOf);
      for (const each of [
        'Nov 3, 2025, 10:00:00 AM',
        'InvoiceSent',
        '70001',
        'Failed',
        'received 2 more times',
      ])
        expect(dead).to.contain(each);
      expect(applied).to.contain('Applied').and.to.contain('stage is now sent');
      const [event, invoice] = findAll<HTMLAnchorElement>(tab, 'tbody a');
      expect(event && new URL(event.href).hash).to.equal('#billecta/events/42');
      expect(invoice?.getAttribute('aria-label')).to.equal('Invoice 70001 in Lime');
    });

    it('shows what it can of an event that could not be read', async () => {
      const unreadable = anEvent({ event: null, state: 'unreadable', invoice: null, subject: null });
      const tab = await showEvents(eventPage({ events: [unreadable] }));
      expect(find(tab, 'tbody a')?.textContent).to.equal('Unreadable');
    });

    it('says so before any event has come, and when none is like this', async () => {
      const none = await showEvents(eventPage({ events: [] }));
      await says(none, 'No events yet', 'Events show here as soon as Billecta sends them.');
      await clearPanel();
      const noMatch = await showEvents(eventPage({ events: [] }), 'events?states=dead');
      await says(noMatch, 'No matching events');
      expect(wordsOf(noMatch)).not.to.contain('No events yet');
    });

    it('shows older ones when asked to, until there are none', async () => {
      await bff.says('admin/events', eventPage({ events: [anEvent({ id: 40 })] }), { page: '41' });
      const tab = await showEvents(eventPage({ next: '41' }));
      expect(button(tab, 'more')?.label).to.equal('Show older');
      await click(tab, 'more');
      await until('all show', () => ids(tab).length === 3);
      expect(ids(tab)).to.deep.equal([42, 41, 40]);
      expect(offers(tab, 'more')).to.equal(false);
    });

    it('goes on searching when a page has none yet, and says how far back it has come', async () => {
      const searchedTo = '2025-10-01T10:00:00.000Z';
      await bff.says('admin/events', eventPage({ events: [anEvent()] }), { page: '9' });
      const tab = await showEvents(
        eventPage({ events: [], next: '9', searchedTo }),
        'events?event=InvoiceSent',
      );
      await says(tab, 'No matching events so far.', 'Searched back to Oct 1, 2025, 12:00 PM.');
      expect(button(tab, 'more')?.label).to.equal('Search further back');
      await click(tab, 'more');
      await until('it is found', () => ids(tab).length === 1);
      expect(wordsOf(tab)).not.to.contain('so far');
    });

    it('says that bodies were searched, when no id or number was it', async () => {
      const tab = await showEvents(eventPage({ searched: 'bodies' }), 'events?q=Acme');
      await says(tab, 'No id or number matched, so the bodies were searched.');
    });

    it('says what is wrong when it cannot be read, and reads it when asked to again', async () => {
      await bff.fails('admin/events', 'lime-timeout');
      const tab = await open();
      await says(tab, 'Lime did not answer in time', 'Reference req-42');
      await bff.says('admin/events', eventPage());
      await click(tab, 'again');
      await until('the events show', () => ids(tab).length === 2);
      expect(has(tab, '[role=alert]')).to.equal(false);
    });

    it('keeps what was known while it cannot be read anew, and says how old that is', async () => {
      const tab = await showEvents(eventPage());
      await bff.fails('admin/events', 'lime-timeout');
      await click(tab, 'refresh');
      await says(tab, 'Can’t reach the server. Showing data from');
      expect(ids(tab)).to.deep.equal([42, 41]);
      expect(await axeFindings(tab)).to.deep.equal([]);
      await bff.says('admin/events', eventPage({ events: [anEvent({ id: 43 })] }));
      await click(tab, 'again');
      await until('the new one shows', () => ids(tab)[0] === 43);
      expect(wordsOf(tab)).not.to.contain('Out of touch');
    });
  });

  describe('the filters', () => {
    it('go into the address, and narrow what is asked for', async () => {
      const tab = await showEvents(eventPage());
      change(filterField(tab, 'states'), { value: 'dead' });
      await until('it is in the address', () => routeNow().query.states === 'dead');
      await until('it is asked for', async () => (await lastQuery()).states === 'dead');
      await until('the tab has it', () => tab.route.query.states === 'dead');
      change(filterField(tab, 'event'), { value: 'InvoicePaid' });
      change(filterField(tab, 'q'), ' a-1001 ');
      await until('all are in the address', () => location.hash.includes('q=a-1001'));
    });

    it('add to each other', async () => {
      const tab = await showEvents(eventPage(), 'events?states=dead');
      change(filterField(tab, 'causes'), { value: 'bug' });
      await until(
        'both are in the address',
        () => location.hash === '#billecta/events?states=dead&causes=bug',
      );
      await until('both are asked for', async () => {
        const { states, causes } = await lastQuery();
        return states === 'dead' && causes === 'bug';
      });
    });

    it('show what the address says', async () => {
      const tab = await showEvents(
        eventPage(),
        'events?states=dead&q=a-1001&from=2025-11-01&event=InvoicePaid',
      );
      expect((filterField(tab, 'states') as Options).value.value).to.equal('dead');
      expect((filterField(tab, 'event') as Options).value.value).to.equal('InvoicePaid');
      expect(filterField(tab, 'q')).to.have.property('value', 'a-1001');
      const { from, states, q } = await lastQuery();
      expect([states, q, from]).to.deep.equal(['dead', 'a-1001', new Date(2025, 10, 1).toISOString()]);
    });

    it('are days of the user, both included', async () => {
      const tab = await showEvents(eventPage(), 'events?from=2025-11-01');
      change(filterField(tab, 'to'), new Date(2025, 10, 2));
      await until('the day is in the address', () => routeNow().query.to === '2025-11-02');
      const next = new Date(2025, 10, 3).toISOString();
      await until('all of it is asked for', async () => (await lastQuery()).to === next);
    });

    it('are cleared by a link, and by choosing all', async () => {
      const tab = await showEvents(eventPage(), 'events?states=dead');
      change(filterField(tab, 'states'), { value: '' });
      await until('nothing narrows it', () => location.hash === '#billecta/events');
      await clearPanel();
      const other = await showEvents(eventPage(), 'events?states=dead&q=x');
      findAll<HTMLAnchorElement>(other, '.row a')[0]?.click();
      await until('nothing narrows it', () => location.hash === '#billecta/events');
    });

    it('offer every state, cause, and event that is supported', async () => {
      const tab = await showEvents(eventPage());
      const options = (name: string) => (filterField(tab, name) as Options).options.map(({ text }) => text);
      expect(options('event')).to.deep.equal(['All', 'InvoiceSent', 'InvoicePaid']);
      expect(options('states')).to.have.length(8);
      expect(options('causes')).to.have.length(13);
    });
  });
});
