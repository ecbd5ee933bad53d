import { expect } from 'chai';
import type { InvoiceStatusElement } from '../../../frontend/components/invoice-status/invoice-status.ts';
import { rememberPlatform } from '../../../frontend/host/known-platform.ts';
import { invoiceStatusTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/elements.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { axeFindings, chipTexts, clearPage, find, show, until } from '../support/page.ts';
import { disputedInvoice, sentInvoice, unreadInvoice, unsyncedInvoice } from '../support/statuses.ts';

describe(invoiceStatusTag, () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  beforeEach(() => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
  });

  afterEach(clearPage);

  const showStatus = (properties: Partial<InvoiceStatusElement>) =>
    show<InvoiceStatusElement>(invoiceStatusTag, { platform, ...properties });

  describe('accessibility', () => {
    it('has no findings in light and dark', async () => {
      await bff.holds(
        disputedInvoice({ stage: 'reminded', overdue: 2, paused: { since: null, until: null } }),
      );
      const element = showStatus({ limeId: 1001 });
      await says(element, 'Reminder sent', 'Disputed', 'Paused', '2 days overdue');
      expect(await axeFindings(element)).to.deep.equal([]);
    });

    it('announces changes as a status', async () => {
      await bff.holds(sentInvoice());
      const element = showStatus({ limeId: 1001 });
      await says(element, 'Sent');
      expect(find(element, '[role=status] .chip')).not.to.equal(undefined);
    });

    it('tells in the tooltip how fresh the state is, outside of what is announced', async () => {
      await bff.holds(sentInvoice());
      const element = showStatus({ limeId: 1001 });
      await says(element, 'Sent');
      expect(find(element, '[title]')?.title).to.equal('As of now, from Billecta');
      expect(find(element, '[role=status]')?.hasAttribute('title')).to.equal(false);
    });
  });

  describe('properties', () => {
    it('shows the record that it stands on', async () => {
      await bff.holds(sentInvoice());
      await says(showStatus({ context: { limetype: 'invoice', id: 1001 } }), 'Sent');
    });

    it('is a table cell that knows its invoice from the row, by id or _id', async () => {
      rememberPlatform(platform);
      await bff.holds(sentInvoice({ limeId: 1 }), disputedInvoice({ limeId: 2 }));
      const cells = [{ id: 1 }, { _id: 2 }].map((data) =>
        show<InvoiceStatusElement>(invoiceStatusTag, { field: 'status', value: 'x', data }),
      );
      await says(cells[0], 'Sent');
      await says(cells[1], 'Disputed');
      expect(await bff.requests('GET', 'invoices')).to.have.length(1);
    });

    it('shows nothing on a record that is not saved yet', async () => {
      const element = showStatus({ context: { limetype: 'invoice', id: null } });
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('.chip')).to.equal(null);
    });

    it('follows the row when the table gives it another one', async () => {
      await bff.holds(sentInvoice({ limeId: 1 }), disputedInvoice({ limeId: 2 }));
      const element = showStatus({ data: { id: 1 } });
      await says(element, 'Sent');
      element.data = { id: 2 };
      await says(element, 'Disputed');
    });

    it('speaks the language of the session, and changes with it', async () => {
      await bff.holds(disputedInvoice({ overdue: 1 }));
      const element = showStatus({ limeId: 1001 });
      await says(element, 'Sent', 'Disputed', '1 day overdue');
      platform.speak('sv');
      await says(element, 'Skickad', 'Bestridd', 'Förfallen sedan 1 dag');
    });

    it('says when an invoice is not synced, not read yet, or not to be had', async () => {
      await bff.holds(unsyncedInvoice({ limeId: 1 }), unreadInvoice({ limeId: 2 }));
      const elements = [1, 2, 3].map((limeId) => showStatus({ limeId }));
      await says(elements[0], 'Not synced');
      await says(elements[1], 'Loading from Billecta…');
      await says(elements[2], 'Status unavailable');
      expect(find(elements[2] as HTMLElement, '[title]')?.title).to.contain('does not exist in Lime');
    });
  });

  describe('events', () => {
    it('changes when the BFF has news, without anyone asking', async () => {
      await bff.holds(sentInvoice());
      const element = showStatus({ limeId: 1001 });
      await says(element, 'Sent');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.push(disputedInvoice());
      await says(element, 'Sent', 'Disputed');
    });

    it('lets go of the stream when it leaves the page, and takes it up when it comes back', async () => {
      await bff.holds(sentInvoice());
      const element = showStatus({ limeId: 1001 });
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      element.remove();
      await until('the stream is closed', async () => (await bff.log()).streams === 0);
      document.body.append(element);
      await until('the stream is open again', async () => (await bff.log()).streams === 1);
      await says(element, 'Sent');
    });

    it('tells in the tooltip of what it knew that the user is logged out now', async () => {
      await bff.holds(sentInvoice({ asOf: '2026-03-02T10:00:00Z' }));
      const element = showStatus({ data: { id: 1001 } });
      await says(element, 'Sent');
      await until('the stream is open', async () => (await bff.log()).streams === 1);
      await bff.answers({
        method: 'GET',
        path: 'invoices/1001',
        status: 401,
        body: problem('unauthenticated'),
      });
      dispatchEvent(new Event('offline'));
      const known = 'You are logged out of Lime. Showing data from Mar 2, 2026, 11:00';
      await until('the tooltip says so', () => find(element, '[title]')?.title.startsWith(`Sent\n${known}`));
      expect(find(element, '.unseen')?.textContent).to.contain(known);
    });

    it('says so when the BFF cannot be asked', async () => {
      await bff.answers({
        method: 'GET',
        path: 'invoices/1001',
        status: 401,
        body: problem('unauthenticated'),
      });
      const element = showStatus({ limeId: 1001 });
      await says(element, 'Status unavailable');
      expect(find(element, '[title]')?.title).to.contain('logged out of Lime');
    });
  });
});

/** The chips begin with these words, in this order; some say a day as well. */
async function says(element: HTMLElement | undefined, ...texts: string[]): Promise<void> {
  const shown = () => chipTexts(element as HTMLElement);
  await until(
    `the chips say ${texts}`,
    () => shown().length === texts.length && texts.every((text, index) => shown()[index]?.startsWith(text)),
  ).catch(() => expect(shown()).to.deep.equal(texts));
}
