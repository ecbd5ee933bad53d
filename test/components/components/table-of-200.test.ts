import { expect } from 'chai';
import { rememberPlatform } from '../../../frontend/host/known-platform.ts';
import { invoiceStatusTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/elements.ts';
import { ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { chipTexts, findAll, until } from '../support/page.ts';
import { disputedInvoice, sentInvoice } from '../support/statuses.ts';

type Table = HTMLElement & { columns: object[]; data: object[]; layout: string };

const rows = Array.from({ length: 200 }, (_, index) => ({ id: index + 1, number: String(index + 1) }));

describe("Lime's own table of 200 invoices", () => {
  let bff: ScriptedBff;
  let table: Table;

  beforeEach(async () => {
    bff = new ScriptedBff();
    await bff.holds(...rows.map(({ id }) => sentInvoice({ limeId: id })));
    rememberPlatform(new FakePlatform(bff.application));
    table = document.createElement('limel-table') as Table;
    table.style.height = '9000px';
    table.columns = [
      { title: 'Number', field: 'number' },
      { title: 'In Billecta', field: 'status', component: { name: invoiceStatusTag } },
    ];
    table.data = rows;
    document.body.append(table);
  });

  afterEach(() => table.remove());

  const cells = () => findAll(table, invoiceStatusTag);
  const chips = () => chipTexts(table);

  it('is read in one request and followed by one stream, and changes where there is news', async () => {
    await until('every cell knows', () => chips().filter((text) => text === 'Sent').length === 200, 18_000);
    expect(cells()).to.have.length(200);
    await until('the stream is open', async () => (await bff.log()).streams === 1);
    expect(await bff.requests('GET', 'invoices')).to.have.length(1);
    expect(await bff.requests('GET', 'live')).to.have.length(1);
    await bff.push(disputedInvoice({ limeId: 117 }));
    await until('the one row changes', () => chips().some((text) => text.startsWith('Disputed')));
    expect(chips().filter((text) => text.startsWith('Disputed'))).to.have.length(1);
    expect(await bff.requests('GET', 'invoices')).to.have.length(1);
  });
});
