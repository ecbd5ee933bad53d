import { expect } from 'chai';
import type { EventFilter, PreviewedEvent, RetryAnswer } from '../../../bff/contract/admin/events.ts';
import { goTo } from '../../../frontend/host/address.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { pending } from '../support/controller-host.ts';
import { axeFindings, find, findAll, openDialog, until } from '../support/page.ts';
import { eventPage } from '../support/sync.ts';
import { button, clearPanel, click, has, offers, says, showTab, wordsOf } from '../support/sync-tab.ts';

const post = { method: 'POST' } as const;
const aChange: PreviewedEvent = {
  id: 42,
  event: 'InvoiceSent',
  subject: 'a-1001',
  effects: [{ kind: 'read', what: 'invoice' }],
};
const changes: PreviewedEvent[] = [aChange, { id: 43, event: null, subject: null, effects: [] }];
const preview = { matched: 2, requeued: 0, changes };

describe('retrying all events of the list', () => {
  let bff: ScriptedBff;

  beforeEach(async () => {
    bff = new ScriptedBff();
    await bff.says('admin/events', eventPage());
    await bff.says('admin/events/count', { matched: 2, more: false }, post);
    await bff.says('admin/events/retry', preview, post);
  });

  afterEach(clearPanel);

  const showEvents = async (fragment = 'events?states=dead&causes=lime-refused') => {
    const tab = await showTab(syncTabTags.events, bff, fragment);
    await until('the events show', () => findAll(tab, 'tbody tr').length > 0);
    return tab;
  };
  const asked = async (path: string) => (await bff.requests('POST', path)).map(({ body }) => body);
  const filter = { states: ['dead'], causes: ['lime-refused'] };

  it('counts first, then says what each would come to, and retries when that is confirmed', async () => {
    const tab = await showEvents();
    await bff.answers({ method: 'POST', path: 'admin/events/retry', hold: true });
    await click(tab, 'retry-matching');
    await says(tab, '2 events would be retried');
    expect(await asked('admin/events/count')).to.deep.equal([filter]);
    expect(offers(tab, 'confirm')).to.equal(false);
    await until('the preview is asked for', async () => (await asked('admin/events/retry')).length > 0);
    await bff.release();
    await says(tab, '42 InvoiceSent: The invoice is read in Billecta', '43 Unreadable: No change');
    expect(button(tab, 'confirm')?.label).to.equal('Retry 2 events');
    expect(await asked('admin/events/retry')).to.deep.equal([{ filter, dryRun: true }]);

    await bff.says('admin/events/retry', { matched: 2, requeued: 2, changes: [] }, post);
    const before = (await bff.requests('GET', 'admin/events')).length;
    await click(tab, 'confirm');
    await says(tab, '2 events are being retried.');
    expect((await asked('admin/events/retry')).at(-1)).to.deep.equal({ filter, dryRun: false });
    expect(has(tab, 'limel-dialog')).to.equal(false);
    await until('the list is read again', async () => {
      return (await bff.requests('GET', 'admin/events')).length > before;
    });
  });

  it('has no accessibility findings while it asks', async () => {
    const tab = await showEvents();
    await click(tab, 'retry-matching');
    await says(tab, '42 InvoiceSent');
    await until('the dialog is open', () => find(tab, openDialog));
    expect(await axeFindings(tab)).to.deep.equal([]);
  });

  it('is left without having retried anything', async () => {
    const tab = await showEvents();
    await click(tab, 'retry-matching');
    await says(tab, '42 InvoiceSent');
    find<HTMLElement>(tab, 'limel-dialog [data-button=dismiss]')?.click();
    await until('the dialog is gone', () => !find(tab, 'limel-dialog'));
    expect(await asked('admin/events/retry')).to.deep.equal([{ filter, dryRun: true }]);
  });

  it('stays left when the preview comes after that', async () => {
    const tab = await showEvents();
    const { client } = tab;
    const answers: Promise<unknown>[] = [];
    const retryEvents: typeof client.retryEvents = (...args) => {
      const answer = client.retryEvents(...args);
      answers.push(answer);
      return answer;
    };
    tab.client = { ...client, retryEvents };
    await bff.answers({ method: 'POST', path: 'admin/events/retry', hold: true });
    await click(tab, 'retry-matching');
    await until('the preview is asked for', async () => (await asked('admin/events/retry')).length > 0);
    find<HTMLElement>(tab, 'limel-dialog [data-button=dismiss]')?.click();
    await until('the dialog is gone', () => !find(tab, 'limel-dialog'));
    await bff.release();
    await Promise.all(answers);
    await tab.updateComplete;
    expect(has(tab, 'limel-dialog')).to.equal(false);
  });

  it('keeps a preview that comes late out of the dialog of another filter', async () => {
    const tab = await showEvents();
    const previews = [pending<RetryAnswer>(), pending<RetryAnswer>()] as const;
    const asked: EventFilter[] = [];
    const retryEvents: typeof tab.client.retryEvents = (scope) => {
      asked.push(scope);
      return asked.length === 1 ? previews[0].promise : previews[1].promise;
    };
    tab.client = { ...tab.client, retryEvents };
    await click(tab, 'retry-matching');
    await until('the first preview is asked for', () => asked.length === 1);
    await click(tab, 'dismiss');
    await until('the dialog is gone', () => !find(tab, 'limel-dialog'));
    goTo('events?states=pending');
    await until('the other events show', () => tab.route.query.states === 'pending');
    await click(tab, 'retry-matching');
    await until('the second preview is asked for', () => asked.length === 2);

    previews[0].resolve(preview);
    await previews[0].promise;
    await tab.updateComplete;
    expect(wordsOf(tab)).not.to.contain('write stage to Lime');
    expect(offers(tab, 'confirm')).to.equal(false);
    previews[1].resolve({ matched: 1, requeued: 0, changes: [{ ...aChange, id: 77 }] });
    await says(tab, '77 InvoiceSent: The invoice is read in Billecta');
    expect(asked).to.deep.equal([filter, { states: ['pending'] }]);
  });

  it('retries what was previewed, also when the address has changed meanwhile', async () => {
    const tab = await showEvents();
    await click(tab, 'retry-matching');
    await says(tab, '42 InvoiceSent');
    goTo('events?states=pending');
    await until('the address is followed', () => tab.route.query.states === 'pending');
    await bff.says('admin/events/retry', { matched: 2, requeued: 2, changes: [] }, post);
    await click(tab, 'confirm');
    await says(tab, '2 events are being retried.');
    expect((await asked('admin/events/retry')).at(-1)).to.deep.equal({ filter, dryRun: false });
  });

  it('says when there are more than were counted', async () => {
    await bff.says('admin/events/count', { matched: 10_000, more: true }, post);
    const tab = await showEvents();
    await click(tab, 'retry-matching');
    await says(tab, 'More than 10,000 match; the first are shown.');
  });

  it('cannot be confirmed when no event is like this any more', async () => {
    await bff.says('admin/events/count', { matched: 0, more: false }, post);
    await bff.says('admin/events/retry', { matched: 0, requeued: 0, changes: [] }, post);
    const tab = await showEvents();
    await click(tab, 'retry-matching');
    await says(tab, 'No events match any more.');
    expect(offers(tab, 'confirm')).to.equal(false);
  });

  it('is not offered for a search, which a filter cannot tell, nor where there is nothing', async () => {
    expect(offers(await showEvents('events?q=70001'), 'retry-matching')).to.equal(false);
    await clearPanel();
    await bff.says('admin/events', eventPage({ events: [] }));
    const tab = await showTab(syncTabTags.events, bff, 'events');
    await says(tab, 'No events yet');
    expect(offers(tab, 'retry-matching')).to.equal(false);
  });

  for (const [when, path] of [
    ['counting', 'admin/events/count'],
    ['looking', 'admin/events/retry'],
  ] as const) {
    it(`tells when ${when} fails, and closes the dialog`, async () => {
      await bff.fails(path, 'storage-unavailable', post);
      const tab = await showEvents();
      await click(tab, 'retry-matching');
      await says(tab, '(Reference req-42)');
      expect(has(tab, 'limel-dialog')).to.equal(false);
      const told = findAll(tab, '[role=status]').find((each) => wordsOf(each).includes('req-42'));
      expect(told?.className).to.equal('');
    });
  }
});
