import { expect } from 'chai';

/** What a page with `style-src 'self'` blocks when it comes from a template: attributes and elements that style. */
const blocked = /<style|[\s"'](?:style|on[a-z]+)=|styleMap|unsafeHTML|\.setAttribute\('style'/;

describe('the markup of our elements', () => {
  it('holds no styles and no scripts, which a host page may forbid', async () => {
    const source = await (await fetch('/frontend-source')).text();
    expect(source.length).to.be.above(100_000);
    expect(source.split('\n').filter((line) => blocked.test(line))).to.deep.equal([]);
  });
});
