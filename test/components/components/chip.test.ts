import { expect } from 'chai';
import type { InvoiceStatusElement } from '../../../frontend/components/invoice-status/invoice-status.ts';
import { invoiceStatusTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/elements.ts';
import { ScriptedBff } from '../support/bff.ts';
import { contrast } from '../support/contrast.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { chipTexts, clearPage, find, findAll, show, until } from '../support/page.ts';
import { disputedInvoice, unseenInvoice } from '../support/statuses.ts';

describe('a chip', () => {
  afterEach(clearPage);

  const tones = ['neutral', 'good', 'stopped', 'attention', 'danger'];

  async function chips(): Promise<HTMLElement[]> {
    const bff = new ScriptedBff();
    const { unread } = unseenInvoice();
    await bff.holds(disputedInvoice({ limeId: 1, unread }), disputedInvoice({ limeId: 2, stage: 'paid' }));
    const platform = new FakePlatform(bff.application);
    const shown = [1, 2].map((limeId) => show<InvoiceStatusElement>(invoiceStatusTag, { platform, limeId }));
    await until('all is shown', () => shown.flatMap(chipTexts).length === 6);
    return shown.flatMap((each) => findAll(each, '.chip'));
  }

  for (const theme of ['force-light', 'force-dark'])
    it(`can be read in ${theme}: words at least 4.5 : 1, icons 3 : 1`, async () => {
      document.documentElement.dataset.theme = theme;
      const all = await chips();
      for (const tone of tones)
        expect(
          all.some((each) => each.matches(`.${tone}`)),
          tone,
        ).to.equal(true);
      const page = getComputedStyle(document.body).backgroundColor;
      for (const each of all) {
        const { color, backgroundColor } = getComputedStyle(each);
        const icon = getComputedStyle(find(each, 'limel-icon') as HTMLElement).color;
        expect(contrast(color, page, backgroundColor), `words of ${each.className}`).to.be.at.least(4.5);
        expect(contrast(icon, page, backgroundColor), `icon of ${each.className}`).to.be.at.least(3);
      }
    });

  it('is words and a picture: no button, and no live region of its own', async () => {
    for (const each of await chips()) {
      expect(findAll(each, 'button, [aria-live], [role=status]')).to.deep.equal([]);
      expect(find(each, 'limel-icon')?.ariaHidden).to.equal('true');
    }
  });
});
