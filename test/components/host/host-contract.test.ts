import { getCommandId } from '@limetech/lime-web-components-interfaces/dist/service/commandbus-service';
import { expect } from 'chai';
import type { InvoiceCard } from '../../../frontend/components/invoice-card/invoice-card.ts';
import type { InvoiceStatusElement } from '../../../frontend/components/invoice-status/invoice-status.ts';
import { invoiceCardTag, invoiceStatusTag } from '../../../frontend/host/tags.ts';
import { commandClasses } from '../../../frontend/shared/commands/commands.ts';
import { ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { chipTexts, clearPage, show, textOf, until } from '../support/page.ts';
import { disputedInvoice, sentInvoice } from '../support/statuses.ts';

const context = { limetype: 'invoice', id: 1001 };

describe('what Lime expects of a package', () => {
  const early = new ScriptedBff();
  const waiting = show<InvoiceStatusElement>(invoiceStatusTag, {
    platform: new FakePlatform(early.application),
    context,
  });
  const streams = async (bff: ScriptedBff) => (await bff.log()).streams;

  afterEach(clearPage);

  it('elements keep the properties that were set before their class was loaded', async () => {
    expect(customElements.get(invoiceStatusTag)).to.equal(undefined);
    await early.holds(sentInvoice());
    await import('../../../frontend/elements.ts');
    await until('the early element is sent', () => chipTexts(waiting).join() === 'Sent');
  });

  it('commands have the ids that the real getCommandId reads, of a class and of a command', () => {
    const ids = ['dispute-invoice', 'cancel-dispute', 'pause-invoice', 'resume-invoice'];
    const expected = ids.map((id) => `limepkg_billecta_integration.${id}`);
    const classes = Object.values(commandClasses);
    expect(classes.map((each) => getCommandId(each))).to.deep.equal(expected);
    expect(classes.map((each) => getCommandId(new each()))).to.deep.equal(expected);
    for (const each of classes) expect(JSON.parse(JSON.stringify(new each())).context).to.be.an('object');
  });

  it('elements ask the page for platform and context when they are given neither', async () => {
    const bff = new ScriptedBff();
    await bff.holds(sentInvoice());
    const values: Record<string, unknown> = { platform: new FakePlatform(bff.application), context };
    const answer = (event: Event) => {
      const { detail } = event as CustomEvent;
      event.stopPropagation();
      detail.callback(values[detail.context], () => undefined);
    };
    document.addEventListener('context-request', answer);
    const card = show<InvoiceCard>(invoiceCardTag);
    await until('the card knows its invoice', () => textOf(card).includes('Invoice 70001'));
    document.removeEventListener('context-request', answer);
  });

  it('elements follow a context that changes', async () => {
    const bff = new ScriptedBff();
    await bff.holds(sentInvoice(), disputedInvoice({ limeId: 2, invoiceNumber: '70002' }));
    const card = show<InvoiceCard>(invoiceCardTag, { platform: new FakePlatform(bff.application), context });
    await until('the first shows', () => textOf(card).includes('Invoice 70001'));
    card.context = { limetype: 'invoice', id: 2 };
    await until('the second shows', () => textOf(card).includes('Invoice 70002'));
  });

  it('elements that are moved go on, and leave nothing behind when they are taken away', async () => {
    const bff = new ScriptedBff();
    await bff.holds(sentInvoice());
    const platform = new FakePlatform(bff.application);
    const card = show<InvoiceCard>(invoiceCardTag, { platform, context });
    await until('the stream is open', async () => (await streams(bff)) === 1);
    const elsewhere = show('div');
    for (let move = 0; move < 10; move++) (move % 2 ? document.body : elsewhere).append(card);
    expect(platform.listeners).to.equal(1);
    await bff.push(disputedInvoice());
    await until('it still follows', () => textOf(card).includes('Disputed since'));
    card.remove();
    elsewhere.remove();
    await until('the stream is closed', async () => (await streams(bff)) === 0);
    expect(platform.listeners).to.equal(0);
  });

  it('a hundred elements that come and go do not add up', async () => {
    const bff = new ScriptedBff();
    await bff.holds(sentInvoice());
    const platform = new FakePlatform(bff.application);
    for (let each = 0; each < 100; each++)
      show<InvoiceStatusElement>(invoiceStatusTag, { platform, context }).remove();
    expect(platform.listeners).to.equal(0);
    const last = show<InvoiceStatusElement>(invoiceStatusTag, { platform, context });
    await until('the last one shows', () => chipTexts(last).join() === 'Sent');
    await until('the stream is open', async () => (await streams(bff)) === 1);
    expect(await bff.requests('GET', 'live')).to.have.length(1);
    expect((await bff.log()).requests.length).to.be.at.most(3);
  });
});
