import { expect } from 'chai';
import { BffError } from '../../../../frontend/bff/bff-error.ts';
import { type Page, Pages } from '../../../../frontend/shared/controllers/pages.ts';
import { ControllerHost, type Pending, pending } from '../../support/controller-host.ts';
import { until } from '../../support/page.ts';

const outOfReach = new BffError({ kind: 'network' });
const page = (rows: number[], next: string | null = null): Page<number, string> => ({
  rows,
  next,
  rest: `rest of ${rows}`,
});

describe('a list that is read page by page', () => {
  let host: ControllerHost;
  let asked: (Pending<Page<number, string>> & { after: string | null })[];

  beforeEach(() => {
    host = new ControllerHost();
    asked = [];
  });

  const load = (after: string | null) => {
    const answer = pending<Page<number, string>>();
    asked.push({ ...answer, after });
    return answer.promise;
  };
  const following = () => {
    const pages = new Pages<number, string>(host);
    host.connect();
    pages.follow('one', load);
    return pages;
  };
  const known = async (next: string | null = 'p2') => {
    const pages = following();
    asked[0]?.resolve(page([1, 2], next));
    await until('the first page is known', () => pages.rows);
    return pages;
  };

  it('begins with the first page', async () => {
    const pages = await known();
    expect(asked.map(({ after }) => after)).to.deep.equal([null]);
    expect([pages.rows, pages.next, pages.rest]).to.deep.equal([[1, 2], 'p2', 'rest of 1,2']);
  });

  it('appends the next page when asked for more, until there is none', async () => {
    const pages = await known();
    const more = pages.more();
    expect(pages.loading).to.equal('more');
    asked[1]?.resolve(page([3]));
    await more;
    expect(asked[1]?.after).to.equal('p2');
    expect([pages.rows, pages.next, pages.rest]).to.deep.equal([[1, 2, 3], null, 'rest of 3']);
    await pages.more();
    expect(asked).to.have.length(2);
  });

  it('reads a page once, however often it is asked for', async () => {
    const pages = await known();
    const first = pages.more();
    await pages.more();
    asked[1]?.resolve(page([3]));
    await first;
    expect(asked).to.have.length(2);
    expect(pages.rows).to.deep.equal([1, 2, 3]);
  });

  it('stays as it was known while a page fails, which can be asked for again', async () => {
    const pages = await known();
    const failing = pages.more();
    asked[1]?.reject(outOfReach);
    await failing;
    expect([pages.rows, pages.next, pages.fault]).to.deep.equal([[1, 2], 'p2', { kind: 'network' }]);
    const again = pages.more();
    asked[2]?.resolve(page([3]));
    await again;
    expect([pages.rows, pages.fault]).to.deep.equal([[1, 2, 3], undefined]);
  });

  it('stays as it was known while it cannot be read anew', async () => {
    const pages = await known();
    const failing = pages.refresh();
    asked[1]?.reject(outOfReach);
    await failing;
    expect([pages.rows, pages.fault]).to.deep.equal([[1, 2], { kind: 'network' }]);
  });

  it('begins anew when it is read again, and drops a page that comes after that', async () => {
    const pages = await known();
    const late = pages.more();
    const anew = pages.refresh();
    asked[2]?.resolve(page([0, 1], 'p3'));
    await anew;
    asked[1]?.resolve(page([3]));
    await late;
    expect([pages.rows, pages.next, pages.loading]).to.deep.equal([[0, 1], 'p3', null]);
  });

  it('is forgotten when another list is followed, and no page of the old one is taken in', async () => {
    const pages = await known();
    const late = pages.more();
    pages.follow('two', load);
    expect([pages.rows, pages.next]).to.deep.equal([undefined, null]);
    asked[1]?.resolve(page([3]));
    await late;
    expect(pages.rows).to.equal(undefined);
    asked[2]?.resolve(page([9]));
    await until('the other list is known', () => pages.rows?.[0] === 9);
  });

  it('is not read again because its element is rendered, but when that is back in the page', async () => {
    const pages = await known();
    pages.follow('one', load);
    expect(asked).to.have.length(1);
    host.disconnect();
    await pages.refresh();
    expect(asked).to.have.length(1);
    host.connect();
    asked[1]?.resolve(page([7]));
    await until('it is read anew', () => pages.rows?.[0] === 7);
  });
});
