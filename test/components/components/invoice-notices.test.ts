import { expect } from 'chai';
import type { InvoiceCard } from '../../../frontend/components/invoice-card/invoice-card.ts';
import { invoiceCardTag, invoiceNoticesTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/elements.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { axeFindings, clearPage, find, findAll, show, textOf, until } from '../support/page.ts';
import { sentInvoice, unseenInvoice } from '../support/statuses.ts';

type Button = HTMLElement & { loading: boolean };
const noCoverage = { state: 'failed', since: '2025-11-03T10:00:00.000Z', reason: 'NoCoverage' } as const;
const path = 'invoices/1001/seen';

describe(invoiceNoticesTag, () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  beforeEach(() => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
  });

  afterEach(clearPage);

  const showCard = () =>
    show<InvoiceCard>(invoiceCardTag, { platform, context: { limetype: 'invoice', id: 1001 } });
  const says = (card: Element, text: string) => until(`it says ${text}`, () => textOf(card).includes(text));
  const notice = (card: Element, id: string) => find(card, `[data-notice=${id}]`);
  const notices = (card: Element) => findAll(card, '[data-notice]').map(({ dataset }) => dataset.notice);
  const mark = async (card: Element, id: string) => {
    const button = await until('its button can be pressed', () => {
      const [host] = findAll<Button>(notice(card, id) ?? card, '[data-button=seen]');
      return host?.shadowRoot?.querySelector('button:not([disabled])') && host;
    });
    button.focus();
    button.shadowRoot?.querySelector('button')?.click();
    return button;
  };
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  describe('accessibility', () => {
    it('has no findings, with everything there is and after a failure', async () => {
      await bff.holds(unseenInvoice({ autogiro: noCoverage }));
      await bff.answers({ method: 'POST', path, status: 403, body: problem('forbidden') });
      const card = showCard();
      await says(card, 'Insufficient funds');
      await mark(card, 'comment');
      await says(card, 'You do not have permission to change this invoice in Lime.');
      expect(await axeFindings(card)).to.deep.equal([]);
    });

    it('fits a window of 320 pixels', async () => {
      const text = 'x'.repeat(300);
      await bff.holds(
        unseenInvoice({
          autogiro: { ...noCoverage, reason: 'Y'.repeat(80) },
          unread: {
            comment: { id: 'e', at: noCoverage.since, text },
            delivery: { at: noCoverage.since, reason: text },
          },
        }),
      );
      const card = showCard();
      card.style.width = '320px';
      await says(card, 'Unknown reason');
      const edge = card.getBoundingClientRect().right;
      const wide = findAll(card, '*').filter((each) => each.getBoundingClientRect().right > edge + 1);
      expect(wide.map(({ localName, className }) => `${localName}.${className}`)).to.deep.equal([]);
    });

    it('gives each notice its name', async () => {
      await bff.holds(unseenInvoice());
      const card = showCard();
      await says(card, 'We never ordered this');
      const group = notice(card, 'comment');
      expect(group?.getAttribute('role')).to.equal('group');
      expect(group?.querySelector(`#${group.getAttribute('aria-labelledby')}`)?.textContent).to.equal(
        'Debtor has commented',
      );
    });
  });

  describe('properties', () => {
    it('tells what the debtor wrote and why the delivery failed, in their words, and when', async () => {
      await bff.holds(unseenInvoice());
      const card = showCard();
      await says(card, 'We never ordered this');
      expect(textOf(notice(card, 'comment') as HTMLElement)).to.match(
        /^Debtor has commented Nov 5, 2025, 9:30.AM “We never ordered this”/,
      );
      expect(textOf(notice(card, 'delivery') as HTMLElement)).to.match(
        /^Not delivered Nov 4, 2025, 8:15.AM “Mailbox is full”/,
      );
      expect(notices(card)).to.deep.equal(['delivery', 'comment']);
    });

    it('tells why autogiro failed, on the chip too, and there is nothing to mark', async () => {
      platform.speak('sv');
      await bff.holds(sentInvoice({ autogiro: noCoverage }));
      const card = showCard();
      await says(card, 'Täckning saknas');
      expect(find(card, '[data-chip=autogiro]')?.title).to.equal('Täckning saknas');
      expect(find(card, '[data-button=seen]')).to.equal(undefined);
    });

    it('shows nothing where there is nothing to look at', async () => {
      await bff.holds(sentInvoice());
      const card = showCard();
      await says(card, 'Amount due');
      expect(notices(card)).to.deep.equal([]);
      expect(find(card, invoiceNoticesTag)?.getBoundingClientRect().height).to.equal(0);
    });

    it('says when Billecta tells no reason', async () => {
      await bff.holds(
        unseenInvoice({
          autogiro: { ...noCoverage, reason: null },
          unread: { comment: null, delivery: { at: noCoverage.since, reason: null } },
        }),
      );
      const card = showCard();
      await says(card, 'Not delivered');
      expect(textOf(card).match(/Billecta gives no reason\./g)).to.have.length(2);
    });
  });

  describe('marking as read', () => {
    it('tells the BFF exactly what was shown, is busy meanwhile, and keeps the focus where it was', async () => {
      await bff.holds(unseenInvoice());
      await bff.answers({ method: 'POST', path, hold: true });
      const card = showCard();
      await says(card, 'We never ordered this');
      const button = await mark(card, 'comment');
      await until('it is busy', () => button.loading);
      await until('it is asked', async () => (await bff.requests('POST', path)).length === 1);
      await bff.release();
      await until('it is gone', () => notices(card).join() === 'delivery');
      expect((await bff.requests('POST', path))[0]?.body).to.deep.equal({ comment: 'e-7' });
      await until(
        'the focus is on what came of it',
        () => focused()?.textContent?.trim() === 'Marked as read.',
      );
      expect(focused()?.getAttribute('role')).to.equal('status');
      await mark(card, 'delivery');
      await until('all are gone', () => notices(card).length === 0);
      expect((await bff.requests('POST', path))[1]?.body).to.deep.equal({
        delivery: '2025-11-04T07:15:00.000Z',
      });
      await until(
        'the focus is on what came of it',
        () => focused()?.textContent?.trim() === 'Marked as read.',
      );
      expect(find(card, '[data-chip=comment], [data-chip=undelivered]')).to.equal(undefined);
      (focused() as HTMLElement).blur();
      await until('it takes no room any more', () => find(card, invoiceNoticesTag)?.hidden);
    });

    it('says why it cannot be done, by the button, and can be tried again', async () => {
      await bff.holds(unseenInvoice());
      await bff.answers({ method: 'POST', path, status: 403, body: problem('forbidden') });
      const card = showCard();
      await says(card, 'We never ordered this');
      await mark(card, 'comment');
      await says(card, 'You do not have permission to change this invoice in Lime.');
      await until('the focus is on the reason or still on the button', () =>
        notice(card, 'comment')?.contains(find(card, invoiceNoticesTag)?.shadowRoot?.activeElement ?? null),
      );
      await mark(card, 'comment');
      await until('it is gone', () => notices(card).join() === 'delivery');
      expect(textOf(card)).not.to.contain('You do not have permission');
    });

    it('keeps the focus when somebody else has marked it', async () => {
      await bff.holds(unseenInvoice());
      const card = showCard();
      await says(card, 'We never ordered this');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      const button = await until('its button can be pressed', () => {
        const [host] = findAll<Button>(notice(card, 'comment') ?? card, '[data-button=seen]');
        return host?.shadowRoot?.querySelector('button:not([disabled])') && host;
      });
      button.focus();
      await bff.push(sentInvoice());
      await until(
        'the focus is on what came of it',
        () => focused()?.textContent?.trim() === 'Marked as read.',
      );
    });

    it('leaves the focus alone when it is elsewhere', async () => {
      await bff.holds(unseenInvoice());
      const card = showCard();
      await says(card, 'We never ordered this');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.push(sentInvoice());
      await until('it is gone', () => notices(card).length === 0);
      expect(document.activeElement).to.equal(document.body);
      expect(textOf(card)).not.to.contain('Marked as read');
    });
  });
});
