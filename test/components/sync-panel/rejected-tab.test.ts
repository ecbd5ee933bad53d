import { expect } from 'chai';
import type { RejectedPage } from '../../../bff/contract/admin/rejected.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { type RecordedClipboard, recordedClipboard } from '../support/clipboard.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import { aRejection, rejectedPage } from '../support/sync.ts';
import {
  change,
  clearPanel,
  click,
  filterField,
  offers,
  routeNow,
  says,
  showTab,
  sticksOut,
  wordsOf,
} from '../support/sync-tab.ts';

describe(syncTabTags.rejected, () => {
  let bff: ScriptedBff;
  let clipboard: RecordedClipboard;

  beforeEach(() => {
    bff = new ScriptedBff();
    clipboard = recordedClipboard();
  });

  afterEach(async () => {
    clipboard.restore();
    await clearPanel();
  });

  const showRejected = async (page: RejectedPage = rejectedPage(), fragment = 'rejected') => {
    await bff.says('admin/rejected', page);
    const tab = await showTab(syncTabTags.rejected, bff, fragment);
    await until('it is read', () => find(tab, page.requests.length > 0 ? '[data-request]' : '.empty h3'));
    return tab;
  };
  const openAll = (tab: Element) => {
    for (const each of findAll<HTMLDetailsElement>(tab, '[data-request]')) each.open = true;
  };

  describe('accessibility', () => {
    it('has no findings, closed and open', async () => {
      const tab = await showRejected();
      expect(await axeFindings(tab)).to.deep.equal([]);
      openAll(tab);
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('has no findings when nothing was turned away', async () => {
      const tab = await showRejected(rejectedPage({ requests: [], reasons: [] }));
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      const headers = { 'user-agent': 'Sender/1.0-'.repeat(20), ['x-'.repeat(30)]: 'yes' };
      const body = `{"Text":"${'x'.repeat(300)}"}`;
      const tab = await showRejected(rejectedPage({ requests: [aRejection({ headers, body })] }));
      openAll(tab);
      expect(await sticksOut(tab)).to.deep.equal([]);
    });
  });

  it('says when each key was last used, and how often requests were turned away', async () => {
    const tab = await showRejected();
    await says(tab, 'Keys primary, last used', 'next, never used');
    await says(tab, 'The webhook’s key is wrong or missing: 3 requests, last');
  });

  it('tells of each request when and why, and opened what it said', async () => {
    const tab = await showRejected();
    expect(wordsOf(find(tab, 'summary') as Element)).to.equal(
      'Nov 3, 2025, 10:00 AM: the webhook’s key is wrong or missing',
    );
    expect(find<HTMLDetailsElement>(tab, '[data-request]')?.open).to.equal(false);
    openAll(tab);
    await says(tab, 'content-type application/json', 'x-api-key (hidden)', '"Event": "InvoicePaid"');
    await click(tab, 'copy');
    await until('it is copied', () => clipboard.copied.length > 0);
    expect(clipboard.copied).to.deep.equal(['{"Event":"InvoicePaid"}']);
  });

  it('says when a request had no body', async () => {
    const tab = await showRejected(rejectedPage({ requests: [aRejection({ body: '' })] }));
    openAll(tab);
    await says(tab, 'No body.');
  });

  it('says that nothing has been turned away', async () => {
    const tab = await showRejected(rejectedPage({ requests: [], reasons: [] }));
    await says(tab, 'No rejected webhooks');
  });

  it('shows those of one reason when asked to, which the address keeps', async () => {
    const tab = await showRejected();
    change(filterField(tab, 'reason'), { value: 'not-json' });
    await until('it is in the address', () => location.hash === '#billecta/rejected?reason=not-json');
    await until('they are asked for', async () => {
      const asked = await bff.requests('GET', 'admin/rejected');
      return asked.at(-1)?.query === 'reason=not-json';
    });
    expect(routeNow().tab).to.equal('rejected');
  });

  it('shows older ones when asked to', async () => {
    await bff.says(
      'admin/rejected',
      rejectedPage({ requests: [aRejection({ id: 6, at: '2025-11-03T08:00:00.000Z' })] }),
      { page: '7' },
    );
    const tab = await showRejected(rejectedPage({ next: '7' }));
    await click(tab, 'more');
    await until('all show', () => findAll(tab, '[data-request]').length === 2);
    expect(findAll(tab, '[data-request]').map(({ dataset }) => dataset.request)).to.deep.equal(['7', '6']);
    expect(offers(tab, 'more')).to.equal(false);
  });

  it('says when it cannot be read, and reads it again when asked to', async () => {
    await bff.fails('admin/rejected', 'storage-unavailable');
    const tab = await showTab(syncTabTags.rejected, bff, 'rejected');
    await says(tab, 'Reference req-42');
    await bff.says('admin/rejected', rejectedPage());
    await click(tab, 'again');
    await until('the request shows', () => find(tab, '[data-request]'));
  });
});
