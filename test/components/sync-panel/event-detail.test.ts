import { expect } from 'chai';
import type { EventDetail } from '../../../bff/contract/admin/events.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { type RecordedClipboard, recordedClipboard } from '../support/clipboard.ts';
import { axeFindings, find, findAll, openDialog, until } from '../support/page.ts';
import { eventDetail } from '../support/sync.ts';
import {
  button,
  clearPanel,
  click,
  has,
  offers,
  says,
  showTab,
  sticksOut,
  wordsOf,
} from '../support/sync-tab.ts';

const post = { method: 'POST' } as const;
const retryPath = 'admin/events/42/retry';
const would = {
  id: 42,
  event: 'InvoiceSent',
  subject: 'a-1001',
  effects: [{ kind: 'read', what: 'invoice' }],
};

describe(syncTabTags.event, () => {
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

  const showEvent = async (event: EventDetail = eventDetail()) => {
    await bff.says(`admin/events/${event.id}`, event);
    const tab = await showTab(syncTabTags.event, bff, `events/${event.id}`);
    await says(tab, `Event ${event.id}`);
    return tab;
  };
  const asked = async (path: string) => (await bff.requests('POST', path)).map(({ body }) => body);

  it('tells when it happened in Billecta, beside when it was received', async () => {
    const tab = await showEvent(
      eventDetail({ occurredAt: '2025-11-03T08:00:00.000Z', receivedAt: '2025-11-03T09:30:00.000Z' }),
    );
    const words = wordsOf(tab).replace(/\s/g, ' ');
    expect(words).to.contain(
      'Happened in Billecta Nov 3, 2025, 9:00:00 AM Received Nov 3, 2025, 10:30:00 AM',
    );
    const unknown = await showEvent(eventDetail({ id: 43, occurredAt: null }));
    expect(wordsOf(unknown)).to.contain('Happened in Billecta – Received');
  });

  describe('accessibility', () => {
    const states: Record<string, EventDetail> = {
      'of one that failed': eventDetail(),
      'of one that is held up, and was forgotten': eventDetail({
        state: 'pending',
        blockedBy: 40,
        headers: null,
        body: null,
        failures: [],
        changes: [],
      }),
    };
    for (const [name, event] of Object.entries(states)) {
      it(`has no findings ${name}`, async () => {
        expect(await axeFindings(await showEvent(event))).to.deep.equal([]);
      });
    }

    it('has no findings while it asks whether to dismiss', async () => {
      const tab = await showEvent();
      await click(tab, 'dismiss');
      await until('the dialog is open', () => find(tab, openDialog));
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      const long = eventDetail({ deliveryId: 'd'.repeat(80), body: `{"Text":"${'x'.repeat(300)}"}` });
      const [failure] = long.failures;
      const failures = failure ? [{ ...failure, message: 'y'.repeat(200) }] : [];
      expect(await sticksOut(await showEvent({ ...long, failures }))).to.deep.equal([]);
    });
  });

  it('tells what came, and what came of it', async () => {
    const tab = await showEvent();
    await says(
      tab,
      'Event 42: InvoiceSent',
      'Failed',
      'Received Nov 3, 2025, 10:00:00 AM',
      'Delivery d-41',
      'Creditor c-1',
      'Outcome Lime did not accept the values',
    );
    expect(find(tab, '.facts a')?.getAttribute('aria-label')).to.equal('Invoice 70001 in Lime');
    await says(tab, 'Headers content-type application/json x-api-key (hidden)');
  });

  it('tells each attempt: when, how long it took, and what was said', async () => {
    const tab = await showEvent();
    const attempts = findAll(tab, 'section[aria-labelledby=failures] li').map(wordsOf);
    expect(attempts).to.have.length(2);
    expect(attempts[0])
      .to.contain('10:05:00 AM')
      .and.to.contain('took 40 ms')
      .and.to.contain('401 from Lime');
    expect(attempts[1]).to.contain('took 1.2 sec: Lime does not answer Connection refused');
  });

  it('tells what was written to Lime, field by field', async () => {
    const tab = await showEvent();
    await says(tab, 'Nov 3, 2025, 10:00:30 AM: invoice 1001', 'invoice_status: nothing → {"key":"sent"}');
  });

  it('says so where nothing was tried, written or kept', async () => {
    const tab = await showEvent(eventDetail({ failures: [], changes: [], headers: null, body: null }));
    await says(
      tab,
      'Failed attempts None.',
      'Written to Lime Nothing.',
      'The body was deleted when its retention period ended.',
    );
    expect(has(tab, 'pre')).to.equal(false);
  });

  it('says that nothing is written yet, and why, rather than that there was nothing to write', async () => {
    const tab = await showEvent(eventDetail({ changes: [], unwritten: ['lime-object-missing'] }));
    await says(
      tab,
      'Written to Lime Not yet: the object is not in Lime. It will be written once this is resolved.',
    );
  });

  it('leads to the event that has to be applied first', async () => {
    const tab = await showEvent(eventDetail({ blockedBy: 40 }));
    await says(tab, 'Waiting for event 40 about the same invoice.');
    const link = findAll<HTMLAnchorElement>(tab, 'a').find(({ textContent }) => textContent?.includes('40'));
    expect(link && new URL(link.href).hash).to.equal('#billecta/events/40');
  });

  it('shows the body formatted, and copies it as it came', async () => {
    const event = eventDetail();
    const tab = await showEvent(event);
    expect(find(tab, 'pre')?.textContent).to.equal(
      '{\n  "Event": "InvoiceSent",\n  "ActionPublicId": "a-1001"\n}',
    );
    expect(button(tab, 'copy')?.label).to.equal('Copy');
    await click(tab, 'copy');
    await until('it says so', () => button(tab, 'copy')?.label === 'Copied');
    expect(clipboard.copied).to.deep.equal([event.body]);
  });

  it('shows a body that is no JSON as it came', async () => {
    const tab = await showEvent(eventDetail({ body: 'Event=InvoiceSent & more' }));
    expect(find(tab, 'pre')?.textContent).to.equal('Event=InvoiceSent & more');
  });

  it('is shown anew when the address names another', async () => {
    await bff.says('admin/events/43', eventDetail({ id: 43, event: 'InvoicePaid' }));
    const tab = await showEvent();
    location.hash = '#billecta/events/43';
    await says(tab, 'Event 43: InvoicePaid');
    expect(wordsOf(tab)).not.to.contain('Event 42');
  });

  describe('retrying', () => {
    beforeEach(async () => {
      await bff.says(retryPath, { matched: 1, requeued: 0, changes: [would] }, post);
    });

    it('says first what it would come to, and does it when that is confirmed', async () => {
      const tab = await showEvent();
      await click(tab, 'retry');
      await says(tab, 'Retry?', '42 InvoiceSent: The invoice is read in Billecta');
      expect(button(tab, 'confirm')?.label).to.equal('Retry 1 event');
      expect(await asked(retryPath)).to.deep.equal([{ dryRun: true }]);
      await bff.says(retryPath, { matched: 1, requeued: 1, changes: [] }, post);
      await bff.says('admin/events/42', eventDetail({ state: 'applied', outcome: 'stage is now sent' }));
      await click(tab, 'confirm');
      await says(tab, '1 event is being retried.', 'Applied');
      expect(await asked(retryPath)).to.deep.equal([{ dryRun: true }, { dryRun: false }]);
      expect(has(tab, 'limel-dialog')).to.equal(false);
    });

    it('tells when it fails', async () => {
      const tab = await showEvent();
      await click(tab, 'retry');
      await says(tab, 'The invoice is read in Billecta');
      await bff.fails(retryPath, 'storage-unavailable', post);
      await click(tab, 'confirm');
      await says(tab, '(Reference req-42)');
      expect(has(tab, 'limel-dialog')).to.equal(false);
    });
  });

  it('does not ask about an event that the address has left', async () => {
    await bff.says(retryPath, { matched: 1, requeued: 0, changes: [would] }, post);
    await bff.says('admin/events/43', eventDetail({ id: 43, event: 'InvoicePaid' }));
    const tab = await showEvent();
    await click(tab, 'retry');
    await says(tab, '42 InvoiceSent: The invoice is read in Billecta');
    location.hash = '#billecta/events/43';
    await says(tab, 'Event 43: InvoicePaid');
    expect(has(tab, 'limel-dialog')).to.equal(false);
  });

  describe('dismissing', () => {
    it('asks first, and is done once', async () => {
      const tab = await showEvent();
      const heard: Event[] = [];
      tab.addEventListener('changed', (event) => heard.push(event));
      await click(tab, 'dismiss');
      await says(tab, 'Dismiss this event?', 'It is kept and can be applied later.');
      expect(await asked('admin/events/42/dismiss')).to.deep.equal([]);
      await bff.says('admin/events/42', eventDetail({ state: 'dismissed' }));
      await click(tab, 'confirm');
      await says(tab, 'Dismissed.');
      expect(await asked('admin/events/42/dismiss')).to.have.length(1);
      await until('it is not offered any more', () => !button(tab, 'dismiss'));
      expect(heard).to.have.length(1);
    });

    it('can be left, and then nothing is done', async () => {
      const tab = await showEvent();
      await click(tab, 'dismiss');
      await says(tab, 'Dismiss this event?');
      find<HTMLElement>(tab, 'limel-dialog [data-button=dismiss]')?.click();
      await until('the dialog is gone', () => !find(tab, 'limel-dialog'));
      expect(await asked('admin/events/42/dismiss')).to.deep.equal([]);
    });

    it('is not offered once it has been applied', async () => {
      const tab = await showEvent(eventDetail({ state: 'applied', cause: null }));
      expect(offers(tab, 'dismiss')).to.equal(false);
      expect(offers(tab, 'retry')).to.equal(true);
    });
  });
});
