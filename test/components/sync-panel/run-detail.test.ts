import { expect } from 'chai';
import type { ReconciliationDetail } from '../../../bff/contract/admin/reconciliation.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import { aDrift, finishedRun, moneyDrift, runDetail, runUnderWay } from '../support/sync-runs.ts';
import { clearPanel, click, has, says, showTab, sticksOut, wordsOf } from '../support/sync-tab.ts';

const received = {
  id: 41,
  event: 'InvoicePaid',
  receivedAt: '2025-11-03T08:00:00.000Z',
  state: 'dead',
};

describe(syncTabTags.run, () => {
  let bff: ScriptedBff;

  beforeEach(() => {
    bff = new ScriptedBff();
  });

  afterEach(clearPanel);

  const showRun = async (detail: ReconciliationDetail = runDetail()) => {
    const { id } = detail.run;
    await bff.says(`admin/reconciliations/${id}`, detail);
    const tab = await showTab(syncTabTags.run, bff, `reconciliation/${id}`);
    await says(tab, `Reconciliation ${id}`);
    return tab;
  };
  const rows = (tab: Element) => findAll(tab, 'tbody tr').map(wordsOf);
  const drifting = async (detail: ReconciliationDetail) => {
    const tab = await showRun(detail);
    await until('what differed shows', () => rows(tab).length === detail.drift.length);
    return tab;
  };

  describe('accessibility', () => {
    it('has no findings with what differed', async () => {
      expect(await axeFindings(await drifting(runDetail()))).to.deep.equal([]);
    });

    it('has no findings while it runs', async () => {
      const tab = await showRun(runDetail({ run: runUnderWay(), drift: [] }));
      await says(tab, '30 of 120 compared');
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      const long = aDrift({ field: 'nextEvent', before: 'x'.repeat(120), after: 'y'.repeat(120), received });
      const tab = await drifting(runDetail({ drift: [long, moneyDrift()] }));
      expect(await sticksOut(tab)).to.deep.equal([]);
    });
  });

  it('tells what was held here and what Billecta says, in words and as money', async () => {
    const disputed = aDrift({ id: 'd-3', field: 'disputed', before: false, after: true });
    const day = aDrift({ id: 'd-4', field: 'dueDate', before: '2025-12-03', after: null });
    const tab = await drifting(runDetail({ drift: [aDrift(), moneyDrift(), disputed, day] }));
    const cells = findAll(tab, 'tbody tr').map((row) => [...row.children].slice(1, 4).map(wordsOf));
    expect(cells).to.deep.equal([
      ['Stage', 'Sent', 'Paid'],
      ['Amount due', 'SEK 1,000.50', 'SEK 0.00'],
      ['Disputed', 'no', 'yes'],
      ['Due date', 'Dec 3, 2025', '–'],
    ]);
    expect(findAll(tab, 'th').map(wordsOf)).to.include.members(['Stored here', 'In Billecta']);
  });

  it('tells what has become of it, and which event should have told us', async () => {
    const drift = [aDrift(), moneyDrift({ events: [] }), aDrift({ id: 'd-3', received })];
    const tab = await drifting(runDetail({ drift }));
    const [mended, waiting, came] = rows(tab);
    expect(mended).to.contain('Corrected').and.to.contain('missing event: InvoicePaid');
    expect(waiting).to.match(/Being read –$/);
    expect(came).to.contain('event 41 was received').and.not.to.contain('should have come');
    const link = findAll<HTMLAnchorElement>(tab, 'tbody a').at(-1);
    expect(link && new URL(link.href).hash).to.equal('#billecta/events/41');
  });

  it('says that nothing differed, only once it has ended', async () => {
    const run = finishedRun({ found: 0, resolved: 0 });
    await says(
      await showRun(runDetail({ run, drift: [] })),
      'No differences',
      'None: the stored invoices match',
    );
    await clearPanel();
    const underWay = await showRun(runDetail({ run: runUnderWay(), drift: [] }));
    await until('what differed is read', () => !find(underWay, 'limel-spinner'));
    expect(wordsOf(underWay)).not.to.contain('No differences').and.not.to.contain('Nothing:');
  });

  it('shows how far it has come, and that it has ended, without being asked', async () => {
    const tab = await showRun(runDetail({ run: runUnderWay(), drift: [] }));
    await says(tab, 'Running', '30 of 120 compared');
    const over = runDetail({ run: finishedRun({ id: 'r-2' }) });
    await bff.says('admin/reconciliations/r-2', over);
    await says(tab, 'Finished', '2 invoices differed');
    await until('what differed shows', () => rows(tab).length === 2);
    expect(has(tab, 'limel-linear-progress')).to.equal(false);
  });

  it('tells why it failed, and with which creditor', async () => {
    const failure = { cause: 'billecta-unreachable', message: 'Connection refused' } as const;
    const creditors = [
      { creditorPublicId: 'c-1', state: 'done', total: 120, compared: 120, failure: null },
      { creditorPublicId: 'c-2', state: 'failed', total: null, compared: 0, failure },
    ] as const;
    const run = finishedRun({ state: 'failed', failure, creditors: [...creditors] });
    const tab = await showRun(runDetail({ run }));
    await says(
      tab,
      'Billecta does not answer: Connection refused',
      'c-1: 120 of 120 compared',
      'c-2: Connection refused',
    );
  });

  it('shows more of what differed when asked to', async () => {
    const more = runDetail({ drift: [aDrift({ id: 'd-3', invoiceNumber: '70003' })] });
    await bff.says('admin/reconciliations/r-1', more, { page: 'd-2' });
    const tab = await drifting(runDetail({ next: 'd-2' }));
    await click(tab, 'more');
    await until('all show', () => rows(tab).length === 3);
    expect(rows(tab)[2]).to.contain('70003');
  });
});
