import { expect } from 'chai';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import { routeOf } from '../../../frontend/sync-panel/parts/tiles.ts';
import type { OverviewTab } from '../../../frontend/sync-panel/tabs/overview-tab.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll } from '../support/page.ts';
import { noOutcomes, someCharts, syncStatus, tile } from '../support/sync.ts';
import { clearPanel, says, showTab, sticksOut, wordsOf } from '../support/sync-tab.ts';

const inTrouble = syncStatus({
  tiles: [
    tile('billecta', { state: 'off' }),
    tile('lime', { state: 'error', number: 1, since: '2025-11-03T09:00:00.000Z', cause: 'lime-refused' }),
    tile('webhooks', { state: 'warning', number: 1200, cause: 'unauthenticated' }),
    tile('processing', { state: 'unknown', number: null }),
  ],
});
const nothingHappened = syncStatus({
  charts: someCharts({
    hours: [{ hour: '2025-11-03T09:00:00.000Z', ...noOutcomes }],
    queue: [],
    commands: [],
  }),
});

describe(syncTabTags.overview, () => {
  afterEach(clearPanel);

  const showOverview = async (status: AdminStatus, fragment = 'overview') => {
    const tab = await showTab<OverviewTab>(syncTabTags.overview, new ScriptedBff(), fragment, { status });
    return tab;
  };
  const tileOf = (tab: Element, id: string) => find<HTMLAnchorElement>(tab, `[data-tile=${id}]`) as Element;
  const unread = (tab: Element) =>
    findAll(tab, '.unread li').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
  const captions = (tab: Element) =>
    findAll(tab, 'figcaption').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

  it('tells on how many invoices something is not marked as read, and nothing of none', async () => {
    const both = await showOverview(syncStatus({ unread: { comments: 2, deliveries: 1 } }));
    expect(unread(both)).to.deep.equal([
      'The debtor has commented on 2 invoices',
      '1 invoice did not reach the debtor',
    ]);
    expect(await axeFindings(both)).to.deep.equal([]);
    const one = await showOverview(syncStatus({ unread: { comments: 0, deliveries: 3 } }));
    expect(unread(one)).to.deep.equal(['3 invoices did not reach the debtor']);
    const none = await showOverview(syncStatus());
    expect(find(none, '.unread')).to.equal(undefined);
  });

  describe('accessibility', () => {
    for (const [name, status] of Object.entries({
      'when all is well': syncStatus(),
      'in trouble': inTrouble,
      'before anything has happened': nothingHappened,
    })) {
      it(`has no findings ${name}`, async () => {
        expect(await axeFindings(await showOverview(status))).to.deep.equal([]);
      });
    }

    it('fits a window of 320 pixels', async () => {
      expect(await sticksOut(await showOverview(syncStatus()))).to.deep.equal([]);
    });

    it('tells in words what each picture shows', async () => {
      const tab = await showOverview(syncStatus());
      const [events] = findAll(tab, 'figure table');
      expect(wordsOf(events as Element)).to.equal(
        'Events by outcome, number Time Applied Failed Nov 3, 2025, 9:00 AM 5 0 Nov 3, 2025, 10:00 AM 7 1',
      );
    });
  });

  describe('its tiles', () => {
    it('tell state, number, since when and why of each part', async () => {
      const tab = await showOverview(inTrouble);
      const lime = wordsOf(tileOf(tab, 'lime'));
      for (const each of [
        'Failing',
        '1 object could not be written',
        'since',
        'Lime did not accept the values',
      ])
        expect(lime).to.contain(each);
      expect(wordsOf(tileOf(tab, 'webhooks')))
        .to.contain('1,200 events today')
        .and.to.contain('Warning');
      expect(wordsOf(tileOf(tab, 'processing')))
        .to.contain('No data yet')
        .and.not.to.match(/\d/);
      expect(wordsOf(tileOf(tab, 'billecta'))).to.contain('Off');
    });

    it('say of a system that cannot be reached that it does not answer', async () => {
      const unreachable = tile('billecta', { state: 'warning', cause: 'billecta-unreachable' });
      const writes = tile('write-back', { state: 'warning', cause: 'lime-unreachable' });
      const tab = await showOverview(syncStatus({ tiles: [unreachable, writes] }));
      expect(wordsOf(tileOf(tab, 'billecta')))
        .to.contain('Not answering')
        .and.not.to.contain('Warning');
      expect(wordsOf(tileOf(tab, 'write-back'))).to.contain('Warning');
    });

    it('lead to where the part is looked into, as addresses that can be sent', async () => {
      const tab = await showOverview(inTrouble);
      const { pathname, search } = location;
      expect(tileOf(tab, 'lime').getAttribute('href')).to.equal(`${pathname}${search}#billecta/issues`);
      expect(tileOf(tab, 'webhooks').getAttribute('href')).to.match(/#billecta\/rejected$/);
    });

    it('lead to what is wrong when something is, and otherwise to what happens', () => {
      const tabOf = (...[id, state]: [Parameters<typeof tile>[0], 'ok' | 'error']) =>
        routeOf({ id, state }).tab;
      for (const id of ['billecta', 'lime', 'processing', 'write-back'] as const)
        expect(tabOf(id, 'error')).to.equal('issues');
      expect(tabOf('billecta', 'ok')).to.equal('checks');
      expect(tabOf('webhooks', 'ok')).to.equal('events');
      expect(routeOf({ id: 'processing', state: 'ok' }).query).to.deep.equal({ states: 'pending' });
      expect(tabOf('reconciliation', 'error')).to.equal('reconciliation');
    });
  });

  describe('its pictures', () => {
    it('show what came of events, how soon, what waited, and what was commanded and why', async () => {
      const tab = await showOverview(syncStatus());
      expect(captions(tab)).to.deep.equal([
        'Events by outcome, number',
        'Time from Billecta to Lime, seconds: median',
        'Time from Billecta to Lime, seconds: 95th percentile',
        'Events waiting, number',
        'Longest wait, seconds',
        'Events by outcome, number',
        'Commands',
        'Dispute reasons',
      ]);
      expect(findAll(tab, '.legend').map(wordsOf)).to.deep.equal([
        'Applied 12 Failed 1',
        'Applied 52 Failed 1',
      ]);
      expect(findAll(tab, '.counts').map(wordsOf)).to.deep.equal([
        'Dispute invoice 3 Pause invoice 1',
        'Wrong amount 2 Quality complaint 1',
      ]);
    });

    it('say so where nothing has happened', async () => {
      const tab = await showOverview(nothingHappened);
      await says(tab, 'No events in this period.', 'No events have waited.', 'No commands in 30 days.');
      expect(captions(tab)).not.to.contain('Dispute reasons');
    });

    it('name the times and numbers of their axes, as the language does', async () => {
      const hours = Array.from({ length: 24 }, (_, hour) => ({
        hour: `2025-11-03T${String(hour).padStart(2, '0')}:00:00.000Z`,
        ...noOutcomes,
      }));
      const queue = [{ at: '2025-11-03T09:10:00.000Z', depth: 1, oldestMs: 15 }];
      const tab = await showOverview(syncStatus({ charts: someCharts({ hours, queue }) }));
      tab.t = await loadPanelTranslator('sv');
      await tab.updateComplete;
      const oldest = findAll(tab, 'figure').find((each) => wordsOf(each).startsWith('Längsta väntetid'));
      const axis = (name: string) => findAll(oldest as Element, `.${name} span`).map(wordsOf);
      expect(axis('numbers')).to.deep.equal(['0,02', '0,01', '0']);
      expect(axis('times')).to.deep.equal(['3 nov. 2025 01:00', '3 nov. 2025 12:00', '4 nov. 2025 00:00']);
    });
  });
});
