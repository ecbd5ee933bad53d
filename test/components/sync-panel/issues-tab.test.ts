import { expect } from 'chai';
import type { Issue } from '../../../bff/contract/admin/issues.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, openDialog, until } from '../support/page.ts';
import { anIssue } from '../support/sync.ts';
import {
  button,
  change,
  clearPanel,
  click,
  has,
  offers,
  routeNow,
  says,
  showTab,
  sticksOut,
  wordsOf,
} from '../support/sync-tab.ts';

const request = anIssue({
  id: 'request.unauthenticated',
  kind: 'request',
  cause: 'unauthenticated',
  severity: 'warning',
  remedy: 'fix-webhook-key',
  count: 1,
  invoices: [],
  message: null,
  retryable: false,
});
const mark = { at: '2025-11-03T09:50:00.000Z', by: 'ab12cd34' };
const retryPath = 'admin/issues/event.lime-refused/retry';

describe(syncTabTags.issues, () => {
  let bff: ScriptedBff;

  beforeEach(() => {
    bff = new ScriptedBff();
  });

  afterEach(clearPanel);

  const showIssues = async (issues: Issue[], fragment = 'issues') => {
    await bff.says('admin/issues', { issues });
    const tab = await showTab(syncTabTags.issues, bff, fragment);
    await until('it is read', () => find(tab, issues.length > 0 ? '.issue' : '.empty h3'));
    return tab;
  };
  const cardOf = (tab: Element, { id }: Issue) => find(tab, `[data-issue="${id}"]`) as HTMLElement;
  const posts = async (path: string) => (await bff.requests('POST', path)).map(({ body }) => body);
  const changes = (tab: Element) => {
    const heard: Event[] = [];
    tab.addEventListener('changed', (event) => heard.push(event));
    return heard;
  };
  const linksOf = (card: Element) =>
    findAll<HTMLAnchorElement>(card, '.row a').map(({ href, textContent }) => [
      textContent,
      new URL(href).hash,
    ]);

  describe('accessibility', () => {
    const states = {
      'with an error and a warning': [anIssue(), request],
      'with what is acknowledged and dismissed': [anIssue({ acknowledged: mark, dismissed: mark })],
      'with nothing': [],
    };
    for (const [name, issues] of Object.entries(states)) {
      it(`has no findings ${name}`, async () => {
        expect(await axeFindings(await showIssues(issues))).to.deep.equal([]);
      });
    }

    it('has no findings while it asks whether to retry', async () => {
      await bff.says(retryPath, { matched: 2, requeued: 0 }, { method: 'POST' });
      const tab = await showIssues([anIssue()]);
      await click(tab, 'retry');
      await says(tab, '2 will be retried now.');
      await until('the dialog is open', () => find(tab, openDialog));
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      const long = anIssue({ message: 'x'.repeat(200) });
      expect(await sticksOut(await showIssues([long, request]))).to.deep.equal([]);
    });
  });

  it('names the values that Lime was not given: object, field and reason, and how many more there are', async () => {
    const value = { kind: 'invoice', billectaId: 'a-1', limeId: 1040, limeField: 'name' } as const;
    const debtor = { ...value, kind: 'debtor', billectaId: 'd-1', limeId: null } as const;
    const why = 'Debtor.Name is longer than 16 characters';
    const values = [value, debtor].map((each) => ({ ...each, billectaField: 'Debtor.Name', why }));
    const left = anIssue({
      id: 'value.left-out',
      kind: 'value',
      cause: 'left-out',
      remedy: 'fix-lime-field',
    });
    const tab = await showIssues([{ ...left, severity: 'warning', count: 7, invoices: [], values }]);
    await says(
      tab,
      '7 objects are only partly written to Lime: a value does not fit its field in Lime',
      `invoice 1040 · name: ${why}`,
      `debtor d-1 · name: ${why}`,
      'and 5 more',
    );
    expect(find<HTMLAnchorElement>(tab, '.values a')?.href).to.match(/object\/invoice\/1040$/);
  });

  it('says that everything is synced when nothing fails', async () => {
    const tab = await showIssues([]);
    await says(tab, 'No issues', 'Nothing is failing.');
    expect(find(tab, '.empty')?.getAttribute('role')).to.equal('status');
  });

  it('says what fails and why, what to do, since when, and which invoices', async () => {
    const tab = await showIssues([anIssue({ waiting: 1 }), request]);
    await says(
      tab,
      '2 events could not be applied: Lime did not accept the values',
      'Action required',
      'Create a new API key for the service’s user in Lime',
      'Since Nov 3, 2025, 10:00 AM; last',
      '1 is retried automatically.',
      'Invoices: 70001',
      '401 Unauthorized from Lime',
    );
    await says(tab, '1 webhook was rejected: the webhook’s key is wrong or missing', 'Warning');
    expect(find(cardOf(tab, anIssue()), 'p a')?.getAttribute('href')).to.match(
      /\/client\/object\/invoice\/1001$/,
    );
  });

  it('lists invoices that Lime does not have apart, as no failure, and leads to all of them', async () => {
    const missing = anIssue({
      id: 'write.lime-object-missing',
      kind: 'write',
      cause: 'lime-object-missing',
      severity: 'info',
      remedy: 'add-to-lime',
      count: 481,
      invoices: [{ actionPublicId: 'a-50500', limeId: null, invoiceNumber: '50500' }],
      message: null,
    });
    const tab = await showIssues([missing]);
    await says(
      tab,
      'No issues',
      '481 invoices in Billecta are not in Lime',
      'Information',
      'Nothing to do for invoices that are not meant to be in Lime.',
      'Invoices: 50500 and 480 more',
    );
    const all = find<HTMLAnchorElement>(cardOf(tab, missing), 'a[download]');
    expect([all?.textContent, all?.getAttribute('href')?.split('/').pop()]).to.deep.equal([
      'and 480 more',
      'missing.csv',
    ]);
    expect(offers(tab, 'acknowledge')).to.equal(false);
    expect(await axeFindings(tab)).to.deep.equal([]);
    const both = await showIssues([anIssue(), missing]);
    expect(wordsOf(both)).not.to.contain('No issues');
  });

  it('says when the next attempt is', async () => {
    const nextAttemptAt = new Date(Date.now() + 20 * 60_000).toISOString();
    await says(await showIssues([anIssue({ nextAttemptAt })]), 'Next attempt in 20 min.');
  });

  it('leads to more of it', async () => {
    const pending = anIssue({ id: 'failing-event.billecta-unreachable', kind: 'failing-event' });
    const tab = await showIssues([anIssue(), request, { ...pending, cause: 'billecta-unreachable' }]);
    expect(linksOf(cardOf(tab, anIssue()))).to.deep.equal([
      ['Show the events', '#billecta/events?states=dead&causes=lime-refused'],
      ['Open Setup', '#billecta/checks'],
    ]);
    expect(linksOf(cardOf(tab, request))[0]).to.deep.equal([
      'Show the requests',
      '#billecta/rejected?reason=unauthenticated',
    ]);
    expect(linksOf(cardOf(tab, pending))[0]?.[1]).to.contain('states=pending&causes=billecta-unreachable');
  });

  it('shows only the one that the address names, and the way to the others', async () => {
    const tab = await showIssues([anIssue(), request], 'issues/request.unauthenticated');
    expect(findAll(tab, '.issue').map(({ dataset }) => dataset.issue)).to.deep.equal([request.id]);
    await says(tab, 'Back to the list');
  });

  describe('retrying', () => {
    it('asks first how many it would be, and does nothing before that is confirmed', async () => {
      await bff.says(retryPath, { matched: 2, requeued: 0 }, { method: 'POST' });
      const tab = await showIssues([anIssue()]);
      const heard = changes(tab);
      await click(tab, 'retry');
      await says(tab, 'Retry all?', '2 will be retried now.');
      expect(await posts(retryPath)).to.deep.equal([{ dryRun: true }]);
      await bff.says(retryPath, { matched: 2, requeued: 2 }, { method: 'POST' });
      await bff.says('admin/issues', { issues: [] });
      await click(tab, 'confirm');
      await says(tab, '2 are being retried.', 'No issues');
      expect(await posts(retryPath)).to.deep.equal([{ dryRun: true }, { dryRun: false }]);
      expect(has(tab, 'limel-dialog')).to.equal(false);
      expect(heard).not.to.deep.equal([]);
    });

    it('can be left, and then nothing is done', async () => {
      await bff.says(retryPath, { matched: 2, requeued: 0 }, { method: 'POST' });
      const tab = await showIssues([anIssue()]);
      await click(tab, 'retry');
      await says(tab, '2 will be retried now.');
      await until('the dialog is open', () => find(tab, openDialog));
      find<HTMLElement>(tab, 'limel-dialog [data-button=dismiss]')?.click();
      await until('the dialog is gone', () => !find(tab, 'limel-dialog'));
      expect(await posts(retryPath)).to.deep.equal([{ dryRun: true }]);
    });

    it('cannot be confirmed when there is nothing any more', async () => {
      await bff.says(retryPath, { matched: 0, requeued: 0 }, { method: 'POST' });
      const tab = await showIssues([anIssue()]);
      await click(tab, 'retry');
      await says(tab, '0 will be retried now.');
      expect(offers(tab, 'confirm')).to.equal(false);
    });

    it('is not offered where only the sender can try again', async () => {
      const tab = await showIssues([request]);
      expect(offers(tab, 'retry')).to.equal(false);
      expect(offers(tab, 'acknowledge')).to.equal(true);
    });

    it('tells when it failed, and can be asked for again', async () => {
      await bff.says(retryPath, { matched: 2, requeued: 0 }, { method: 'POST' });
      const tab = await showIssues([anIssue()]);
      await click(tab, 'retry');
      await bff.fails(retryPath, 'storage-unavailable', { method: 'POST' });
      await click(tab, 'confirm');
      await says(tab, '(Reference req-42)');
      const told = findAll(tab, '[role=status]').find((each) => wordsOf(each).includes('req-42'));
      expect(told?.className).to.equal('');
      expect(has(tab, 'limel-dialog')).to.equal(false);
      await until('it can be asked for again', () => button(tab, 'retry')?.disabled === false);
    });
  });

  for (const act of ['acknowledge', 'dismiss'] as const) {
    it(`is marked by a click on ${act}, which is offered once`, async () => {
      const tab = await showIssues([anIssue()]);
      const heard = changes(tab);
      const marked = act === 'dismiss' ? { dismissed: mark } : { acknowledged: mark };
      await bff.says('admin/issues', { issues: [anIssue(marked)] });
      await click(tab, act);
      await says(
        tab,
        `${act === 'dismiss' ? 'Dismissed' : 'Acknowledged'} Nov 3, 2025, 10:50 AM by ab12cd34`,
      );
      expect(await posts(`admin/issues/event.lime-refused/${act}`)).to.have.length(1);
      expect(button(cardOf(tab, anIssue()), act)).to.equal(undefined);
      expect(heard).to.have.length(1);
    });
  }

  it('shows what was dismissed when asked to', async () => {
    const tab = await showIssues([]);
    await bff.says('admin/issues', { issues: [anIssue({ dismissed: mark })] });
    change(find(tab, 'limel-switch'), true);
    await says(tab, 'Dismissed Nov 3, 2025, 10:50 AM by ab12cd34');
    expect(routeNow().query).to.deep.equal({ dismissed: 'true' });
    const asked = (await bff.requests('GET', 'admin/issues')).map(({ query }) => query);
    expect([asked[0], asked.at(-1)]).to.deep.equal(['dismissed=false', 'dismissed=true']);
  });

  it('says when it cannot be read, and reads it again when asked to', async () => {
    await bff.answers({
      method: 'GET',
      path: 'admin/issues',
      status: 503,
      body: problem('storage-unavailable'),
    });
    await bff.says('admin/issues', { issues: [] });
    const tab = await showTab(syncTabTags.issues, bff, 'issues');
    await until('the failure shows', () => find(tab, '[role=alert]'));
    expect(await axeFindings(tab)).to.deep.equal([]);
    find<HTMLElement>(tab, '[data-button=again]')?.click();
    await says(tab, 'No issues');
  });
});
