import { expect } from 'chai';
import type { InvoiceCard } from '../../../frontend/components/invoice-card/invoice-card.ts';
import { invoiceCardTag, invoiceCardViewTag, invoiceTimelineTag } from '../../../frontend/host/tags.ts';
import { commandClasses, type InvoiceCommand } from '../../../frontend/shared/commands/commands.ts';
import '../../../frontend/elements.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { axeFindings, clearPage, find, findAll, show, textOf, until } from '../support/page.ts';
import {
  disputedInvoice,
  noneAllowed,
  sentInvoice,
  unreadInvoice,
  unseenInvoice,
  unsyncedInvoice,
} from '../support/statuses.ts';
import { aNotice, aReminder, ourDispute } from '../support/timelines.ts';

type Button = HTMLElement & { label: string; disabled: boolean };

describe(invoiceCardTag, () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  beforeEach(() => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
  });

  afterEach(clearPage);

  const showCard = (properties: Partial<InvoiceCard> = {}) =>
    show<InvoiceCard>(invoiceCardTag, {
      platform,
      context: { limetype: 'invoice', id: 1001 },
      ...properties,
    });

  describe('accessibility', () => {
    const states = {
      'a sent invoice': sentInvoice(),
      'a disputed and overdue invoice': disputedInvoice({
        stage: 'reminded',
        overdue: 4,
        asOf: '2020-01-01T00:00:00Z',
      }),
      'a closed invoice': sentInvoice({ stage: 'paid', allowed: noneAllowed('closed') }),
      'an invoice that is not synced': unsyncedInvoice(),
      'an invoice that is not read yet': unreadInvoice(),
    };
    for (const [name, status] of Object.entries(states)) {
      it(`has no findings for ${name}`, async () => {
        await bff.holds(status);
        const card = showCard();
        await says(card, 'Invoice');
        expect(await axeFindings(card)).to.deep.equal([]);
      });
    }

    it('has no findings while loading and after a failure', async () => {
      await bff.answers({
        method: 'GET',
        path: 'invoices/1001',
        hold: true,
        status: 403,
        body: problem('forbidden'),
      });
      const card = showCard();
      await until('the skeleton shows', () => find(card, '.skeleton'));
      expect(await axeFindings(card)).to.deep.equal([]);
      await until('it is asked for', async () => (await bff.log()).requests.length > 0);
      await bff.release();
      await says(card, 'Couldn’t load the invoice');
      expect(await axeFindings(card)).to.deep.equal([]);
    });

    it('says that nothing is updated while an administrator has paused that, and why', async () => {
      await bff.says('processing', {
        paused: { since: '2026-03-02T10:00:00Z', by: 'somebody', why: 'Billecta moves its data' },
      });
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'An administrator has paused updates from Billecta: Billecta moves its data');
      expect(await axeFindings(card)).to.deep.equal([]);
    });

    it('announces changes of its chips in one status line', async () => {
      await bff.holds(disputedInvoice({ stage: 'reminded', overdue: 4 }));
      const card = showCard();
      await says(card, '4 days overdue');
      const head = find(card, '.head') as HTMLElement;
      expect(findAll(head, '[role=status], [aria-live]').map(textOf)).to.have.length(1);
      expect(findAll(head, '[role=status] .chip')).to.have.length(3);
      expect(findAll(head, 'button')).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      await bff.holds(
        disputedInvoice({
          overdue: 120,
          paused: { since: null, until: null },
          invoiceNumber: '1'.repeat(40),
        }),
      );
      const card = showCard();
      card.style.width = '320px';
      await says(card, 'Amount due');
      const edge = card.getBoundingClientRect().right;
      const wide = findAll(card, '*').filter((each) => each.getBoundingClientRect().right > edge + 1);
      expect(wide.map(({ localName, className }) => `${localName}.${className}`)).to.deep.equal([]);
    });
  });

  describe('properties', () => {
    it('shows number, state, amounts, due date, next event and freshness', async () => {
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Invoice 70001', 'Amount due', 'As of now, from Billecta');
      const text = textOf(card).replace(/\u00a0/g, ' ');
      for (const each of ['Sent', 'Invoiced SEK 1,250.00', 'Credited SEK 249.50', 'Amount due SEK 1,000.50'])
        expect(text).to.contain(each);
      for (const each of ['Due date Dec 3, 2030', 'Next automatic event Reminder is sent, Dec 8, 2030'])
        expect(text).to.contain(each);
    });

    it('shows everything in Swedish to a Swede', async () => {
      await bff.holds(disputedInvoice());
      platform.speak('sv');
      const card = showCard();
      await says(card, 'Faktura 70001', 'Bestridd', 'Kvar att betala', 'Uppdaterad nu, från Billecta');
      expect(buttons(card).map(({ label }) => label)).to.deep.equal(['Ta bort bestridande', 'Pausa faktura']);
    });

    it('tells who stopped collection and why, and what has happened', async () => {
      await bff.holds(disputedInvoice());
      await bff.hasSeen(1001, ourDispute(), aReminder());
      const card = showCard();
      await says(card, 'Disputed since Nov 3, 2025 from Lime · Wrong amount “Twice the price”');
      await says(card, 'Timeline', 'Reminder sent');
    });

    it('shows earlier pages of what has happened when asked to', async () => {
      await bff.holds(sentInvoice());
      const entries = Array.from({ length: 12 }, (_, index) => aReminder({ id: `e${index}` }));
      await bff.hasSeen(1001, ...entries);
      const card = showCard();
      await until('the first page shows', () => findAll(card, 'li').length === 10);
      find(card, '[data-button=more]')?.click();
      await until('all show', () => findAll(card, 'li').length === 12);
      expect(find(card, '[data-button=more]')).to.equal(undefined);
    });

    it('reads the timeline again when something has come that somebody should look at', async () => {
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Nothing here yet.');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.hasSeen(1001, aNotice({ notice: 'undelivered', reason: 'Mailbox is full' }));
      await bff.push(unseenInvoice());
      await until('the timeline tells it', () =>
        textOf(find(card, invoiceTimelineTag) as HTMLElement).includes('Mailbox is full'),
      );
    });

    it('says when the timeline could not be read, and reads it again when asked to', async () => {
      await bff.holds(sentInvoice());
      await bff.hasSeen(1001, aReminder());
      const path = 'invoices/1001/timeline';
      await bff.answers({ method: 'GET', path, status: 504, body: problem('lime-timeout') });
      const card = showCard();
      await says(card, 'Lime did not answer in time');
      const timeline = find(card, invoiceTimelineTag) as HTMLElement;
      find(timeline, '[data-button=retry]')?.click();
      await says(card, 'Reminder sent');
    });

    it('takes about as much room while it loads as when it is there', async () => {
      await bff.holds(sentInvoice());
      await bff.answers({ method: 'GET', path: 'invoices/1001', hold: true });
      const card = showCard();
      const skeleton = await until('the skeleton shows', () => find(card, '.skeleton'));
      const before = skeleton.getBoundingClientRect().height;
      await until('it is asked for', async () => (await bff.log()).requests.length > 0);
      await bff.release();
      await says(card, 'Amount due');
      const timeline = await until('the timeline is there', () => find(card, invoiceTimelineTag));
      const after = timeline.getBoundingClientRect().top - card.getBoundingClientRect().top - 16;
      expect(after).to.be.closeTo(before, 4);
    });

    it('keeps showing what it knew while the server cannot be reached, and says so', async () => {
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Amount due');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.answers({ method: 'GET', path: 'invoices/1001', abort: true });
      dispatchEvent(new Event('offline'));
      await says(card, 'Can’t reach the server', 'Amount due', 'May be out of date');
      expect(await axeFindings(card)).to.deep.equal([]);
      await bff.push(disputedInvoice());
      await says(card, 'Disputed since');
      expect(textOf(card)).not.to.contain('reach the server');
      expect(ways(card)).to.deep.equal([]);
    });

    it('says that the user is logged out, since when what it shows is, and offers to log in', async () => {
      await bff.holds(sentInvoice({ asOf: '2026-03-02T10:00:00Z' }));
      const card = showCard();
      await says(card, 'Amount due');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.answers({
        method: 'GET',
        path: 'invoices/1001',
        status: 401,
        body: problem('unauthenticated'),
      });
      dispatchEvent(new Event('offline'));
      await says(card, 'You are logged out of Lime. Showing data from Mar 2, 2026, 11:00');
      expect(ways(card)).to.deep.equal(['Reload and log in']);
      const view = find(card, invoiceCardViewTag) as HTMLElement;
      const asked = new Promise((resolve) => {
        view.addEventListener('log-in', (event) => resolve(event.stopImmediatePropagation()), {
          capture: true,
        });
      });
      find(card, '[data-button=log-in]')?.click();
      await asked;
    });

    it('says that the user is offline, and offers nothing: it comes back of itself', async () => {
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Amount due');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.answers({ method: 'GET', path: 'invoices/1001', abort: true });
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      dispatchEvent(new Event('offline'));
      await says(card, 'You are offline. Showing data from');
      Reflect.deleteProperty(navigator, 'onLine');
      expect(ways(card)).to.deep.equal([]);
    });

    for (const [code, way] of [
      ['unauthenticated', ['Reload and log in']],
      ['forbidden', []],
      ['billecta-timeout', ['Try again']],
    ] as const)
      it(`offers what helps when the first read ends with ${code}: ${way}`, async () => {
        await bff.answers({ method: 'GET', path: 'invoices/1001', status: 409, body: problem(code) });
        const card = showCard();
        await says(card, 'Couldn’t load the invoice');
        expect(ways(card)).to.deep.equal(way);
        expect(textOf(card).includes('Reference')).to.equal(code === 'billecta-timeout');
      });

    it('has Lime show its own fields again once they have been written, but not while they are written in', async () => {
      platform = new FakePlatform(bff.application, { version: '6' });
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Amount due');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.written(1002);
      await bff.written(1001);
      await until('the record is loaded again', () => platform.reloaded.length === 1);
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      await bff.written(1001);
      await bff.push(disputedInvoice());
      await says(card, 'Disputed since');
      expect(platform.reloaded).to.deep.equal([['invoice', 1001]]);
      field.blur();
      await until('the record is loaded again', () => platform.reloaded.length === 2);
      field.remove();
    });

    it('says what to do about an invoice that is not synced, and offers no command', async () => {
      await bff.holds(unsyncedInvoice());
      const card = showCard();
      await says(card, 'Invoice without number', 'Not synced', 'Send it to Billecta first');
      expect(buttons(card)).to.deep.equal([]);
    });

    it('says why a command cannot be run, once', async () => {
      await bff.holds(sentInvoice({ stage: 'paid', allowed: noneAllowed('closed') }));
      const card = showCard();
      await says(card, 'This invoice is paid, so there is nothing to dispute or pause.');
      expect(buttons(card).map(({ disabled }) => disabled)).to.deep.equal([true, true]);
      expect(findAll(card, '.reason')).to.have.length(1);
    });

    for (const status of [sentInvoice(), disputedInvoice({ paused: { since: null, until: '2030-12-24' } })])
      it(`shows who may not change the ${status.disputed ? 'stopped' : 'sent'} invoice its commands, off, and why, once`, async () => {
        await bff.holds({ ...status, allowed: noneAllowed('forbidden') });
        const card = showCard();
        await says(card, 'You can read this invoice in Lime but not change it. Ask your Lime administrator.');
        expect(commands(card).map(({ disabled }) => disabled)).to.deep.equal([true, true]);
        expect(findAll(card, '.reason')).to.have.length(1);
        expect(await axeFindings(card)).to.deep.equal([]);
      });

    it('asks to save a new record first', async () => {
      const card = showCard({ context: { limetype: 'invoice', id: null } });
      await says(card, 'Save the invoice first');
    });

    it('can be given a style by the view', async () => {
      await bff.holds(sentInvoice());
      const card = document.createElement(invoiceCardTag) as InvoiceCard;
      Object.assign(card, { platform, limeId: 1001, style: { 'grid-column': '2 span' } });
      document.body.append(card);
      await says(card, 'Invoice 70001');
    });
  });

  describe('events', () => {
    it('runs a command through the command bus of Lime, on this record', async () => {
      await bff.holds(sentInvoice());
      const run: InvoiceCommand[] = [];
      for (const each of Object.values(commandClasses))
        (platform.get('commandBus') as { register(c: unknown, h: unknown): void }).register(each, {
          handle: (command: InvoiceCommand) => run.push(command),
        });
      const card = showCard();
      await says(card, 'Amount due');
      for (const button of commands(card)) button.click();
      expect(run.map((command) => command.constructor)).to.deep.equal([
        commandClasses.dispute,
        commandClasses.pause,
      ]);
      expect(run[0]?.context).to.deep.equal({ limetype: 'invoice', id: 1001 });
    });

    it('does nothing when a disabled button is clicked', async () => {
      await bff.holds(sentInvoice({ allowed: noneAllowed('draft') }));
      const card = showCard();
      await says(card, 'Attest it first');
      for (const button of buttons(card)) button.click();
      expect(platform.commands.size).to.equal(0);
    });

    it('reads the invoice again when asked to after a failure', async () => {
      await bff.answers({
        method: 'GET',
        path: 'invoices/1001',
        status: 504,
        body: problem('billecta-timeout'),
      });
      const card = showCard();
      await says(card, 'Billecta did not answer in time', 'Reference req-42');
      await bff.holds(sentInvoice());
      buttons(card)[0]?.click();
      await says(card, 'Invoice 70001');
    });

    it('changes when the BFF has news', async () => {
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Amount due');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.push(disputedInvoice());
      await says(card, 'Disputed since');
      expect(buttons(card).map(({ label }) => label)).to.deep.equal(['Cancel dispute', 'Pause invoice']);
    });
  });
});

const commands = (card: HTMLElement) => findAll<Button>(card, '[data-command]');
/** What the card offers against not being up to date. */
const ways = (card: HTMLElement) =>
  findAll<Button>(card, '[data-button=retry], [data-button=log-in]').map(({ label }) => label);
const buttons = (card: HTMLElement) => findAll<Button>(card, 'limel-button');

async function says(card: HTMLElement, ...texts: string[]): Promise<void> {
  await until(`the card says ${texts}`, () => texts.every((text) => textOf(card).includes(text))).catch(
    () => {
      for (const text of texts) expect(textOf(card)).to.contain(text);
    },
  );
}
