import { expect } from 'chai';
import { syncPanelViewTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, until } from '../support/page.ts';
import {
  okVerdict,
  paused,
  pausedVerdict,
  syncStatus,
  troubleVerdict,
  waitingVerdict,
} from '../support/sync.ts';
import { clearPanel, click, has, offers, says, sticksOut, wordsOf } from '../support/sync-tab.ts';
import { openPanel, readAgain, showPanel } from '../support/sync-view.ts';

const inTrouble = syncStatus({ verdict: troubleVerdict({ issues: 1 }), issues: { errors: 1, warnings: 1 } });
const announced = (panel: Element) => find(panel, 'p[role=status].visually-hidden')?.textContent ?? '';

describe(syncPanelViewTag, () => {
  let bff: ScriptedBff;

  beforeEach(() => {
    bff = new ScriptedBff();
  });

  afterEach(clearPanel);

  describe('accessibility', () => {
    const states = {
      'when all is well': syncStatus(),
      'in trouble': inTrouble,
      'when it is late': syncStatus({ verdict: waitingVerdict() }),
      'while it is paused': syncStatus({ verdict: pausedVerdict(), paused }),
      'before anything has come': syncStatus({ verdict: { kind: 'quiet' } }),
    };
    for (const [name, status] of Object.entries(states)) {
      it(`has no findings ${name}`, async () => {
        expect(await axeFindings(await showPanel(bff, status))).to.deep.equal([]);
      });
    }

    it('has no findings when it cannot be read', async () => {
      await bff.fails('admin/status', 'storage-unavailable');
      const panel = openPanel(bff);
      await says(panel, 'Reference req-42');
      expect(await axeFindings(panel)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      const why = 'x'.repeat(120);
      const verdict = pausedVerdict({ why });
      const panel = await showPanel(bff, syncStatus({ verdict, paused: { ...paused, why } }));
      expect(await sticksOut(panel)).to.deep.equal([]);
    });
  });

  describe('the first sentence', () => {
    it('says that all is well, as of when', async () => {
      const panel = await showPanel(bff, syncStatus());
      await says(panel, 'Everything works: 12 events today, the last', 'As of Nov 3, 2025, 11:00 AM');
      expect(has(panel, '.verdict h2 a')).to.equal(false);
    });

    it('leads to what is in trouble', async () => {
      const panel = await showPanel(bff, inTrouble);
      await says(panel, 'Lime did not accept the values, since Nov 3, 2025');
      await bff.says('admin/issues', { issues: [] });
      find(panel, '.verdict h2 a')?.click();
      await says(panel, 'No issues');
      expect(location.hash).to.equal('#billecta/issues/event.lime-refused');
    });

    it('is announced when it becomes another, but not when it only ages', async () => {
      const panel = await showPanel(bff, syncStatus());
      const first = await until('it is announced', () => announced(panel));
      expect(first).to.contain('Everything works: 12 events today');
      await bff.says('admin/status', syncStatus({ verdict: okVerdict({ eventsToday: 13 }) }));
      readAgain(panel);
      await until('it is told', () => wordsOf(panel).includes('13 events today'));
      expect(announced(panel)).to.equal(first);
      await bff.says('admin/status', inTrouble);
      readAgain(panel);
      await until('the trouble is announced', () => announced(panel).includes('could not be applied'));
    });
  });

  describe('what cannot be read', () => {
    it('is told, and read when asked to again', async () => {
      await bff.fails('admin/status', 'storage-unavailable');
      const panel = openPanel(bff);
      await says(panel, 'Reference req-42');
      await bff.says('admin/status', syncStatus());
      await click(panel, 'again');
      await says(panel, 'Everything works');
    });

    it('leaves what was known, and says how old that is', async () => {
      const panel = await showPanel(bff, syncStatus());
      await bff.fails('admin/status', 'lime-timeout');
      readAgain(panel);
      await says(
        panel,
        'Can’t reach the server. Showing data from',
        'Lime did not answer in time',
        'Everything works',
      );
      expect(find(panel, '.tiles')).to.exist;
      expect(await axeFindings(panel)).to.deep.equal([]);
      await bff.says('admin/status', syncStatus());
      await click(panel, 'again');
      await until('it is in touch again', () => !wordsOf(panel).includes('Out of touch'));
    });
  });

  describe('for those who are no administrators', () => {
    const refuses = (code: 'forbidden' | 'not-found', status: number) =>
      bff.says('admin/status', problem(code), { status });

    it('says so, and whether processing is paused and why', async () => {
      await refuses('forbidden', 403);
      await bff.says('processing', { paused });
      const panel = openPanel(bff, 'events');
      await says(
        panel,
        'This page is for administrators',
        'An administrator has paused updates from Billecta: Moving the server',
      );
      expect(await axeFindings(panel)).to.deep.equal([]);
      expect(offers(panel, 'pause')).to.equal(false);
      const { requests } = await bff.log();
      expect(requests.map(({ path }) => path)).not.to.include('admin/events');
    });

    it('says that invoices are kept up to date when they are', async () => {
      await refuses('not-found', 404);
      await bff.says('processing', { paused: null });
      const panel = openPanel(bff);
      await says(panel, 'This page is for administrators', 'Invoices are being kept up to date.');
    });

    it('says so though it is not known whether processing is paused', async () => {
      await refuses('forbidden', 403);
      await bff.fails('processing', 'internal');
      const panel = openPanel(bff);
      await says(panel, 'This page is for administrators');
      await until('it is asked for', async () => (await bff.requests('GET', 'processing')).length > 0);
      expect(has(panel, 'p[role=status]')).to.equal(false);
      expect(await sticksOut(panel)).to.deep.equal([]);
    });
  });
});
