import { expect } from 'chai';
import { mayOnlyRead } from '../../../frontend/host/update-right.ts';
import { FakePlatform } from '../support/fake-platform.ts';

describe("the user's right to update invoices, as Lime's web client has it", () => {
  const asked = (limetypes: unknown): boolean => {
    const platform = new FakePlatform('app');
    let stopped = 0;
    platform.register('state.limetypes', {
      subscribe: (callback: (state: unknown) => void) => {
        callback(limetypes);
        return () => stopped++;
      },
    });
    const answer = mayOnlyRead(platform, 'invoice');
    expect(stopped).to.equal(1);
    return answer;
  };

  it('is missing where it says so', () => {
    expect(asked({ invoice: { acl: { read: true, update: false } } })).to.equal(true);
  });

  it('is not said to be missing in any other case', () => {
    for (const limetypes of [
      { invoice: { acl: { update: true } } },
      { invoice: { acl: {} } },
      { invoice: {} },
      { debtor: { acl: { update: false } } },
      {},
      undefined,
    ])
      expect(asked(limetypes)).to.equal(false);
    expect(mayOnlyRead(new FakePlatform('app'), 'invoice')).to.equal(false);
  });
});
