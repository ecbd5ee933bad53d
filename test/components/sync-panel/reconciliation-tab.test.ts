import { expect } from 'chai';
import type { Reconciliation } from '../../../bff/contract/admin/reconciliation.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import { someChecks } from '../support/sync-checks.ts';
import { finishedRun, runUnderWay } from '../support/sync-runs.ts';
import {
  button,
  change,
  clearPanel,
  click,
  filterField,
  says,
  showTab,
  sticksOut,
} from '../support/sync-tab.ts';

type Bar = HTMLElement & { value: number; indeterminate: boolean };

const failedRun = finishedRun({
  id: 'r-0',
  state: 'failed',
  failure: { cause: 'billecta-unreachable', message: 'Connection refused' },
});

describe(syncTabTags.reconciliation, () => {
  let bff: ScriptedBff;

  beforeEach(async () => {
    bff = new ScriptedBff();
    await bff.says('admin/checks', someChecks());
    await bff.says('admin/reconcile', { id: 'r-2', started: true }, { method: 'POST', status: 202 });
  });

  afterEach(clearPanel);

  const showRuns = async (runs: Reconciliation[], next: string | null = null) => {
    await bff.says('admin/reconciliations', { runs, next });
    const tab = await showTab(syncTabTags.reconciliation, bff, 'reconciliation');
    await until('it is read', () => find(tab, runs.length > 0 ? 'tbody tr' : '.empty h3'));
    return tab;
  };
  const runs = (tab: Element) => findAll(tab, 'tbody tr').map(({ dataset }) => dataset.run);
  const asked = async () => (await bff.requests('POST', 'admin/reconcile')).map(({ body }) => body);

  describe('accessibility', () => {
    const states = {
      'with runs of every kind': [runUnderWay(), finishedRun(), failedRun],
      'before the first run': [],
    };
    for (const [name, each] of Object.entries(states)) {
      it(`has no findings ${name}`, async () => {
        const tab = await showRuns(each);
        await until('the creditors are known', () => filterField(tab, 'creditor'));
        expect(await axeFindings(tab)).to.deep.equal([]);
      });
    }

    it('fits a window of 320 pixels', async () => {
      const tab = await showRuns([runUnderWay(), finishedRun({ startedBy: 'f'.repeat(60) })], 'r-1');
      expect(await sticksOut(tab)).to.deep.equal([]);
    });
  });

  it('tells of each run when it was, what it found, and who began it', async () => {
    const tab = await showRuns([finishedRun({ kind: 'closed' }), failedRun]);
    await says(tab, '10:45 AM Closed invoices Finished 2 invoices differed as planned');
    await says(tab, 'Open invoices Failed Billecta does not answer as planned');
    const link = find<HTMLAnchorElement>(tab, 'tbody a') as HTMLAnchorElement;
    expect(new URL(link.href).hash).to.equal('#billecta/reconciliation/r-1');
  });

  it('shows how far a run that is under way has come', async () => {
    const tab = await showRuns([runUnderWay()]);
    await says(tab, '30 of 120 compared', 'Running', 'ab12cd34');
    expect(find<Bar>(tab, 'limel-linear-progress')?.value).to.equal(0.25);
  });

  it('shows that the lists are read, before their length is known', async () => {
    const tab = await showRuns([runUnderWay({ total: null, compared: 0 })]);
    await says(tab, 'Reading the lists…');
    expect(find<Bar>(tab, 'limel-linear-progress')?.indeterminate).to.equal(true);
  });

  it('says so before anything has been compared', async () => {
    await says(await showRuns([]), 'No reconciliation yet');
  });

  describe('comparing now', () => {
    it('compares all creditors, and goes to the run', async () => {
      const tab = await showRuns([finishedRun()]);
      await click(tab, 'reconcile');
      await until('the run is gone to', () => location.hash === '#billecta/reconciliation/r-2');
      expect(await asked()).to.deep.equal([{}]);
    });

    it('compares the creditor that is chosen, by name where it has one', async () => {
      const tab = await showRuns([finishedRun()]);
      const field = await until('the creditors are known', () => filterField(tab, 'creditor'));
      const { options } = field as HTMLElement & { options: { text: string }[] };
      expect(options.map(({ text }) => text)).to.deep.equal(['All', 'Acme AB', 'c-2']);
      change(field, { value: 'c-2' });
      await click(tab, 'reconcile');
      await until('it is begun', async () => (await asked()).length > 0);
      expect(await asked()).to.deep.equal([{ creditorPublicId: 'c-2' }]);
    });

    it('can be done though the creditors are not known', async () => {
      await bff.fails('admin/checks', 'billecta-timeout');
      const tab = await showRuns([]);
      expect(filterField(tab, 'creditor') === undefined).to.equal(true);
      expect(button(tab, 'reconcile')?.disabled).to.equal(false);
    });

    it('tells when it fails, stays where it is, and can be tried again', async () => {
      await bff.fails('admin/reconcile', 'too-many-requests', { method: 'POST' });
      const tab = await showRuns([finishedRun()]);
      await click(tab, 'reconcile');
      await says(tab, 'Too many requests in a short time');
      expect(location.hash).to.equal('#billecta/reconciliation');
      await until('it can be tried again', () => button(tab, 'reconcile')?.disabled === false);
    });
  });

  it('shows older runs at once when asked to', async () => {
    await bff.says('admin/reconciliations', { runs: [failedRun], next: null }, { page: 'r-1' });
    const tab = await showRuns([finishedRun()], 'r-1');
    findAll<HTMLAnchorElement>(tab, 'a')
      .find(({ textContent }) => textContent === 'Show older')
      ?.click();
    await until('the tab is there', () => tab.route.query.before === 'r-1');
    await tab.updateComplete;
    expect(runs(tab)).to.deep.equal([]);
    await until('they show', () => runs(tab)[0] === 'r-0');
  });

  it('keeps what was known while it cannot be read anew', async () => {
    const tab = await showRuns([finishedRun()]);
    await bff.fails('admin/reconciliations', 'storage-unavailable');
    await says(tab, 'Can’t reach the server. Showing data from');
    expect(runs(tab)).to.deep.equal(['r-1']);
  });
});
