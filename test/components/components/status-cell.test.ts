import { expect } from 'chai';
import { byImportance } from '../../../frontend/components/invoice-status/chip-order.ts';
import { chipsFor } from '../../../frontend/components/invoice-status/chips-for.ts';
import { fitting } from '../../../frontend/components/invoice-status/fitting.ts';
import type { InvoiceStatusElement } from '../../../frontend/components/invoice-status/invoice-status.ts';
import { rememberPlatform } from '../../../frontend/host/known-platform.ts';
import { invoiceStatusTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/elements.ts';
import { ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { axeFindings, chipTexts, find, findAll, textOf, until } from '../support/page.ts';
import { disputedInvoice, pausedInvoice, sentInvoice, unseenInvoice } from '../support/statuses.ts';

type Table = HTMLElement & { columns: object[]; data: object[]; layout: string };

const troubled = disputedInvoice({
  limeId: 1,
  overdue: 4,
  paused: { since: null, until: null },
  unread: unseenInvoice().unread,
});

describe('the chips of a table cell', () => {
  it('come by importance, and the stage only where nothing else says more', () => {
    const style = { now: new Date('2025-11-20T12:00:00Z'), locale: 'en' };
    const texts = (...args: Parameters<typeof sentInvoice>) =>
      byImportance(chipsFor(sentInvoice(...args), null, style)).map(({ text }) => text);
    const { paused } = pausedInvoice();
    const autogiro = { state: 'failed', since: '2025-11-03T10:00:00.000Z', reason: null } as const;
    expect(texts({ ...troubled, autogiro, stage: 'debt-collection' })).to.deep.equal([
      'chip.disputed',
      'chip.paused',
      'chip.autogiro.failed',
      'stage.debt-collection',
      'chip.undelivered',
      'chip.overdue',
      'chip.comment',
    ]);
    expect(texts({ paused, stage: 'reminded' })).to.deep.equal(['chip.paused', 'stage.reminded']);
    expect(texts({ paused })).to.deep.equal(['chip.paused']);
    expect(texts()).to.deep.equal(['stage.sent']);
    expect(byImportance(chipsFor(pausedInvoice(), 'resume', style)).map(({ text }) => text)).to.deep.equal([
      'chip.sending',
      'chip.paused',
    ]);
  });

  it('are as many as fit beside the number of those that do not', () => {
    expect(fitting([100, 100, 100], 320, 24)).to.equal(3);
    expect(fitting([100, 100, 100], 300, 24)).to.equal(2);
    expect(fitting([100, 100, 100], 240, 24)).to.equal(1);
    expect(fitting([100, 20], 130, 24)).to.equal(2);
    expect(fitting([100, 100], 30, 24)).to.equal(1);
  });
});

describe("a cell in Lime's table", () => {
  let table: Table;

  async function showTable(width: number): Promise<InvoiceStatusElement> {
    const bff = new ScriptedBff();
    await bff.holds(troubled, sentInvoice({ limeId: 2 }));
    rememberPlatform(new FakePlatform(bff.application));
    table = document.createElement('limel-table') as Table;
    table.style.cssText = `display: block; height: 300px; width: ${width + 24}px`;
    table.layout = 'stretchLastColumn';
    table.columns = [{ title: 'Billecta', field: 'status', component: { name: invoiceStatusTag } }];
    table.data = [{ id: 1 }, { id: 2 }];
    document.body.append(table);
    await until('the rows are read', () => chipTexts(table).includes('Sent'));
    return find<InvoiceStatusElement>(table, invoiceStatusTag) as InvoiceStatusElement;
  }

  afterEach(() => table.remove());

  const more = (cell: HTMLElement) => find(cell, '.more')?.textContent;

  /** Those that a reader sees: the others lie below the line. */
  const seen = (cell: HTMLElement) => {
    const line = find(cell, '.line')?.getBoundingClientRect() as DOMRect;
    return findAll(cell, '.chip')
      .filter((each) => each.getBoundingClientRect().bottom <= line.bottom + 1)
      .map(textOf);
  };

  it('says what matters most, how much more there is, and all of it in the tooltip, before the freshness', async () => {
    const cell = await showTable(240);
    await until('what does not fit is counted', () => more(cell) === '+4');
    expect(seen(cell)).to.deep.equal(['Disputed since Nov 3, 2025', '+ 4']);
    expect(find(cell, '[title]')?.title.split('\n')).to.deep.equal([
      'Disputed since Nov 3, 2025',
      'Paused',
      'Not delivered: Mailbox is full',
      '4 days overdue',
      'Debtor has commented: We never ordered this',
      'As of now, from Billecta',
    ]);
  });

  it('shows more when the column is made wider, and cuts the first off when there is no room for one', async () => {
    const cell = await showTable(240);
    // Lime's table widens a column for whatever is wide in it, for a second.
    const place = document.body.appendChild(document.createElement('div'));
    place.append(cell);
    const widen = (width: number) => {
      place.style.width = `${width}px`;
    };
    widen(240);
    await until('what does not fit is counted', () => more(cell) === '+4');
    const height = cell.getBoundingClientRect().height;
    widen(350);
    await until('there is room for two', () => more(cell) === '+3');
    expect(seen(cell)).to.deep.equal(['Disputed since Nov 3, 2025', 'Paused', '+ 3']);
    widen(1000);
    await until('there is room for all', () => more(cell) === undefined);
    expect(seen(cell)).to.have.length(5);
    widen(120);
    await until('there is room for one', () => more(cell) === '+4');
    expect(seen(cell)).to.deep.equal(['Disputed since Nov 3, 2025', '+ 4']);
    expect(cell.getBoundingClientRect().height).to.equal(height);
    place.remove();
  });

  it('stands in the middle of its row', async () => {
    const cell = await showTable(240);
    const row = cell.closest('.tabulator-row')?.getBoundingClientRect() as DOMRect;
    const chip = find(cell, '.chip')?.getBoundingClientRect() as DOMRect;
    expect(chip.top - row.top).to.be.closeTo(row.bottom - chip.bottom, 1);
  });

  it('is one text to a screen reader: no button, no live region', async () => {
    const cell = await showTable(240);
    expect(findAll(cell, 'button, [role], [aria-live]')).to.deep.equal([]);
    expect(find(cell, '.unseen')?.textContent).to.equal(
      'Disputed since Nov 3, 2025, Paused, Not delivered: Mailbox is full, 4 days overdue, ' +
        'Debtor has commented: We never ordered this',
    );
    expect(find(cell, '.line')?.closest('[aria-hidden=true]')).not.to.equal(null);
    expect(await axeFindings(cell)).to.deep.equal([]);
  });
});
