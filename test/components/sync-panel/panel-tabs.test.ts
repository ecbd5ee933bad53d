import { expect } from 'chai';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import { tabs } from '../../../frontend/sync-panel/view/panel-route.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { find, findAll, until } from '../support/page.ts';
import { commandPage, eventDetail, eventPage, rejectedPage, syncStatus } from '../support/sync.ts';
import { someChecks } from '../support/sync-checks.ts';
import { runDetail } from '../support/sync-runs.ts';
import { clearPanel, says, wordsOf } from '../support/sync-tab.ts';
import { readAgain, showPanel } from '../support/sync-view.ts';

describe("the panel's tabs", () => {
  let bff: ScriptedBff;

  beforeEach(async () => {
    bff = new ScriptedBff();
    await bff.says('admin/issues', { issues: [] });
    await bff.says('admin/events', eventPage());
  });

  afterEach(clearPanel);

  const open = (fragment?: string, status = syncStatus()) => showPanel(bff, status, fragment);
  const tabNamed = (panel: Element, name: string) =>
    until(`there is a tab ${name}`, () =>
      findAll(panel, '[role=tab]').find((each) => wordsOf(each).startsWith(name)),
    );
  const selected = (panel: Element) => wordsOf(find(panel, '[role=tab][aria-selected=true]') as Element);
  const shows = (panel: Element, tag: string) => until(`it shows ${tag}`, () => find(panel, tag));

  it('are all there, the one that the address names selected', async () => {
    const panel = await open('issues');
    await tabNamed(panel, 'Issues');
    expect(findAll(panel, '[role=tab]').map(wordsOf)).to.deep.equal([
      'Overview',
      'Issues',
      'Events',
      'Rejected',
      'Commands',
      'Reconciliation',
      'Setup',
    ]);
    await until('it is selected', () => selected(panel) === 'Issues');
  });

  it('change the address, and the way back leads back', async () => {
    const panel = await open();
    for (const _ of ['once', 'again']) {
      (await tabNamed(panel, 'Events')).click();
      await shows(panel, syncTabTags.events);
      expect(location.hash).to.equal('#billecta/events');
      history.back();
      await shows(panel, syncTabTags.overview);
      expect(location.hash).to.equal('#billecta/overview');
      await until('the tab is selected', () => selected(panel) === 'Overview');
    }
  });

  it('show what the address names', async () => {
    await bff.says('admin/rejected', rejectedPage());
    await bff.says('admin/commands', commandPage());
    await bff.says('admin/reconciliations', { runs: [], next: null });
    await bff.says('admin/checks', someChecks());
    await bff.says('admin/events/42', eventDetail());
    await bff.says('admin/reconciliations/r-1', runDetail());
    for (const tab of tabs) {
      const panel = await open(tab);
      await shows(panel, syncTabTags[tab]);
      panel.remove();
    }
    await shows(await open('events/42'), syncTabTags.event);
    await clearPanel();
    await shows(await open('reconciliation/r-1'), syncTabTags.run);
  });

  it('follow a link inside the panel', async () => {
    const panel = await open();
    find(panel, '[data-tile=processing]')?.click();
    await shows(panel, syncTabTags.events);
    expect(location.hash).to.equal('#billecta/events?states=pending');
    await until('the tab is selected', () => selected(panel) === 'Events');
  });

  it('say how many issues are open', async () => {
    const panel = await open('issues', syncStatus({ issues: { errors: 2, warnings: 1 } }));
    const tab = await tabNamed(panel, 'Issues');
    await until('the number shows', () => wordsOf(tab) === 'Issues 3');
    await bff.says('admin/status', syncStatus());
    readAgain(panel);
    await until('there are none', () => wordsOf(tab) === 'Issues');
  });

  it('have the first sentence told anew when something was done', async () => {
    const panel = await open('issues');
    await says(panel, 'No issues');
    const before = (await bff.requests('GET', 'admin/status')).length;
    readAgain(panel);
    await until('it is read again', async () => (await bff.requests('GET', 'admin/status')).length > before);
  });

  it('leave another part of the address alone', async () => {
    const panel = await open('events');
    await shows(panel, syncTabTags.events);
    location.hash = '#somebody-else';
    await shows(panel, syncTabTags.overview);
    expect(location.hash).to.equal('#somebody-else');
  });
});
