import { expect } from 'chai';
import { readApplication, watchApplication } from '../../../frontend/host/application.ts';
import type { Application } from '../../../frontend/host/types.ts';
import { FakePlatform } from '../support/fake-platform.ts';

describe('the Lime application', () => {
  it('is read from the state that Lime 2.1 tells its subscribers', () => {
    const platform = new FakePlatform('my db', { language: 'sv' });
    expect(readApplication(platform)).to.deep.equal({ name: 'my db', language: 'sv' });
  });

  it('is read from the getters of later versions', () => {
    const platform = new FakePlatform('unused');
    platform.register('state.application', {
      getApplicationName: () => 'solution',
      getLanguage: () => 'en_us',
    });
    expect(readApplication(platform)).to.deep.equal({ name: 'solution', language: 'en_us' });
  });

  it('is the first part of the address when Lime does not tell', () => {
    const first = location.pathname.split('/')[1];
    expect(readApplication(undefined).name).to.equal(first);
    expect(readApplication(new FakePlatform('x').without('state.application')).name).to.equal(first);
  });

  it('is told again when the language changes, and no more once nobody listens', () => {
    const platform = new FakePlatform('db');
    const told: Application[] = [];
    const stop = watchApplication(platform, (application) => told.push(application));
    platform.speak('sv');
    platform.speak('sv');
    stop();
    platform.speak('en');
    expect(told.map(({ language }) => language)).to.deep.equal(['en', 'sv']);
  });
});
