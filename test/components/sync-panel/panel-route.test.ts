import { expect } from 'chai';
import {
  formatRoute,
  type PanelRoute,
  parseRoute,
  tabs,
} from '../../../frontend/sync-panel/view/panel-route.ts';

const overview: PanelRoute = { tab: 'overview', id: null, query: {} };

describe('where in the panel an address leads', () => {
  it('is the same when it has been written and read', () => {
    for (const tab of tabs) {
      const routes: PanelRoute[] = [
        { tab, id: null, query: {} },
        { tab, id: '12', query: {} },
        { tab, id: null, query: { states: 'dead', q: 'ö & ä = 50 %? #1' } },
        { tab, id: 'a/b', query: { from: '2025-12-03' } },
      ];
      for (const route of routes) expect(parseRoute(formatRoute(route))).to.deep.equal(route);
    }
  });

  it('keeps ids whatever is in them', () => {
    for (const id of ['event.lime-refused', 'a/b?c#d&e', 'åäö', '50%', '%41', ' ', '../events']) {
      const fragment = formatRoute({ tab: 'issues', id });
      expect(parseRoute(fragment), fragment).to.deep.equal({ tab: 'issues', id, query: {} });
    }
  });

  it('is as it was after it has been in the address of the page', () => {
    const route: PanelRoute = { tab: 'events', id: 'a/b ö', query: { q: 'two words' } };
    const { hash } = new URL(`#billecta/${formatRoute(route)}`, location.href);
    expect(parseRoute(hash.slice('#billecta/'.length))).to.deep.equal(route);
  });

  it('is the overview when nothing or nothing that is known is named', () => {
    for (const fragment of ['', 'no-such-tab', 'Events', 'toString'])
      expect(parseRoute(fragment)).to.deep.equal(overview);
  });

  it('is told even by an address that somebody has mangled', () => {
    expect(parseRoute('events/%E0%A4%A').id).to.equal('%E0%A4%A');
    expect(parseRoute('events?').query).to.deep.equal({});
    expect(parseRoute('events/').id).to.equal(null);
  });

  it('leaves out what is empty', () => {
    expect(formatRoute({ tab: 'events' })).to.equal('events');
    expect(formatRoute({ tab: 'events', query: { q: '', states: 'dead' } })).to.equal('events?states=dead');
    expect(formatRoute({ tab: 'events', query: { q: '' } })).to.equal('events');
  });
});
