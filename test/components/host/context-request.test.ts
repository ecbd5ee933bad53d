import { expect } from 'chai';
import type { InvoiceCard } from '../../../frontend/components/invoice-card/invoice-card.ts';
import { requestFromHost } from '../../../frontend/host/context-request.ts';
import { invoiceCardTag, loaderTag } from '../../../frontend/host/tags.ts';
import type { LimeWebComponentContext } from '../../../frontend/host/types.ts';
import type { LoaderElement } from '../../../frontend/loader-element.ts';
import '../../../frontend/loader.ts';
import { ScriptedBff } from '../support/bff.ts';
import { ContextProvider } from '../support/context-provider.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { clearPage, find, show, textOf, until } from '../support/page.ts';
import { disputedInvoice, sentInvoice } from '../support/statuses.ts';

const first = { limetype: 'invoice', id: 1001 };
const second = { limetype: 'invoice', id: 1002 };
const debtor = { limetype: 'debtor', id: 1001 };

describe('a host that answers for its record', () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;
  let provider: ContextProvider;

  beforeEach(async () => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
    provider = new ContextProvider({ platform, context: first });
    await bff.holds(sentInvoice(), disputedInvoice({ limeId: 1002, invoiceNumber: '70002' }));
    await customElements.whenDefined(invoiceCardTag);
  });

  afterEach(() => {
    clearPage();
    provider.stop();
  });

  const says = (card: HTMLElement, words: string) =>
    until(`it says ${words}`, () => textOf(card).includes(words));

  it('is followed from record to record', async () => {
    const card = show<InvoiceCard>(invoiceCardTag);
    await says(card, 'Invoice 70001');
    provider.set('context', second);
    await says(card, 'Invoice 70002');
    expect(textOf(card)).not.to.contain('70001');
    provider.set('context', debtor);
    await card.updateComplete;
    expect(find(card, 'limel-button')).to.equal(undefined);
    expect(textOf(card)).to.equal('');
    provider.set('context', undefined);
    provider.set('context', first);
    await says(card, 'Invoice 70001');
  });

  it('is left when the element goes, and asked again when it comes back', async () => {
    const card = show<InvoiceCard>(invoiceCardTag);
    await says(card, 'Invoice 70001');
    expect(provider.subscribers).to.equal(2);
    card.remove();
    expect(provider.subscribers).to.equal(0);
    provider.set('context', second);
    document.body.append(card);
    expect(provider.subscribers).to.equal(2);
    await says(card, 'Invoice 70002');
  });

  it('leaves properties alone, which count more', async () => {
    const card = show<InvoiceCard>(invoiceCardTag);
    await says(card, 'Invoice 70001');
    expect([card.context, card.platform]).to.deep.equal([undefined, undefined]);
    card.context = second;
    await says(card, 'Invoice 70002');
    provider.set('context', debtor);
    await card.updateComplete;
    expect(card.context).to.equal(second);
    expect(textOf(card)).to.contain('Invoice 70002');
    const placed = show<InvoiceCard>(invoiceCardTag, { platform, context: second });
    await says(placed, 'Invoice 70002');
    expect(provider.subscribers).to.equal(2);
  });

  it('may answer late, even when nobody wants to know any more', () => {
    const taken: unknown[] = [];
    const left: string[] = [];
    let answer: ((value: LimeWebComponentContext, stop: () => void) => void) | undefined;
    document.addEventListener(
      'context-request',
      (event) => {
        event.stopImmediatePropagation();
        answer = (event as CustomEvent).detail.callback;
      },
      { capture: true, once: true },
    );
    const stop = requestFromHost(document.body, 'context', (value) => taken.push(value));
    answer?.(first, () => left.push('first'));
    stop();
    answer?.(second, () => left.push('second'));
    expect([taken, left]).to.deep.equal([[first], ['first', 'second']]);
  });

  it('is left by the loader too', () => {
    const loader = show<LoaderElement>(loaderTag);
    expect(loader.platform).to.equal(platform);
    expect(provider.subscribers).to.equal(1);
    loader.remove();
    expect(provider.subscribers).to.equal(0);
  });
});
