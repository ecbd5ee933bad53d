import { expect } from 'chai';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import { routeOf } from '../../../frontend/sync-panel/parts/tiles.ts';
import type { OverviewTab } from '../../../frontend/sync-panel/tabs/overview-tab.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import { noOutcomes, someCharts, syncStatus, tile } from '../support/sync.ts';
import { clearPanel, routeNow, says, showTab, sticksOut, wordsOf } from '../support/sync-tab.ts';

type Chart = HTMLElement &
  Record<'accessibleLabel' | 'accessibleItemsLabel' | 'accessibleValuesLabel', string>;

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
    await until('its charts are drawn', () =>
      findAll(tab, 'limel-chart').every((each) => find(each, 'table')),
    );
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
      const labels = findAll<Chart>(tab, 'limel-chart').flatMap((chart) => [
        chart.accessibleLabel,
        chart.accessibleItemsLabel,
        chart.accessibleValuesLabel,
      ]);
      expect(labels).to.have.length(8 * 3);
      for (const label of labels) expect(label).to.match(/^[A-Z]/);
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
        'Applied 12',
        'Failed 1',
        'Delay from Billecta to Lime, whole seconds: median',
        'Delay from Billecta to Lime, whole seconds: 95th percentile',
        'Events waiting',
        'Longest wait',
        'Commands',
        'Dispute reasons',
      ]);
      expect(wordsOf(find(tab, '.legend') as Element)).to.equal('Dispute invoice 3 Pause invoice 1');
    });

    it('say so where nothing has happened', async () => {
      const tab = await showOverview(nothingHappened);
      await says(tab, 'No events in this period.', 'No events have waited.', 'No commands in 30 days.');
      expect(captions(tab)).not.to.contain('Dispute reasons');
    });

    it('show 30 days instead when asked to, which the address keeps', async () => {
      const tab = await showOverview(syncStatus());
      const group = find(tab, 'limel-button-group') as HTMLElement;
      const choices = await until('both spans can be chosen', () => {
        const all = findAll<HTMLInputElement>(group, 'input');
        return all.length === 2 ? all : undefined;
      });
      choices[1]?.click();
      await until('the days show', () => captions(tab)[0] === 'Applied 52');
      expect(routeNow()).to.deep.equal({ tab: 'overview', id: null, query: { span: 'days' } });
    });
  });
});
