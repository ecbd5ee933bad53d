import { expect } from 'chai';
import { BffError } from '../../../../frontend/bff/bff-error.ts';
import { Resource } from '../../../../frontend/shared/controllers/resource.ts';
import { ControllerHost, type Pending, pending } from '../../support/controller-host.ts';
import { until } from '../../support/page.ts';

const outOfReach = new BffError({ kind: 'network' });

describe('what is read from the BFF again and again', () => {
  let host: ControllerHost;
  let asked: Pending<string>[];

  beforeEach(() => {
    host = new ControllerHost();
    asked = [];
  });

  afterEach(() => host.disconnect());

  const load = () => {
    const answer = pending<string>();
    asked.push(answer);
    return answer.promise;
  };
  const following = (every = 0) => {
    const resource = new Resource<string>(host, every);
    host.connect();
    resource.follow('one', load);
    return resource;
  };
  const known = async () => {
    const resource = following();
    asked[0]?.resolve('first');
    await until('it is known', () => resource.data);
    return resource;
  };

  it('is read once it is followed, and rendered when it comes', async () => {
    const resource = following();
    expect([resource.loading, resource.data]).to.deep.equal([true, undefined]);
    const before = host.updates;
    asked[0]?.resolve('first');
    await until('it is known', () => resource.data === 'first');
    expect(resource.loading).to.equal(false);
    expect(resource.at).to.be.instanceOf(Date);
    expect(host.updates).to.be.greaterThan(before);
  });

  it('is not read again because its element is rendered', async () => {
    const resource = await known();
    resource.follow('one', load);
    expect(asked).to.have.length(1);
  });

  it('stays as it was known while a newer answer fails, with why and since when', async () => {
    const resource = await known();
    const { at } = resource;
    const reading = resource.refresh();
    asked[1]?.reject(outOfReach);
    await reading;
    expect([resource.data, resource.at, resource.fault]).to.deep.equal(['first', at, { kind: 'network' }]);
    const again = resource.refresh();
    asked[2]?.resolve('second');
    await again;
    expect([resource.data, resource.fault]).to.deep.equal(['second', undefined]);
  });

  it('drops an answer, or a failure, that has been overtaken', async () => {
    const resource = following();
    const first = resource.refresh();
    const second = resource.refresh();
    const third = resource.refresh();
    asked[3]?.resolve('newest');
    await third;
    asked[1]?.resolve('older');
    asked[2]?.reject(outOfReach);
    await Promise.all([first, second]);
    expect([resource.data, resource.fault, resource.loading]).to.deep.equal(['newest', undefined, false]);
  });

  it('is forgotten when another thing is followed, whose answer alone counts', async () => {
    const resource = await known();
    const late = resource.refresh();
    resource.follow('two', load);
    expect([resource.data, resource.at]).to.deep.equal([undefined, undefined]);
    asked[1]?.resolve('of the first');
    await late;
    expect(resource.data).to.equal(undefined);
    asked[2]?.resolve('of the second');
    await until('it is known', () => resource.data === 'of the second');
  });

  it('is not asked for, nor taken in, outside the page; and read anew when it is back', async () => {
    const resource = await known();
    const late = resource.refresh();
    host.disconnect();
    asked[1]?.resolve('too late');
    await late;
    await resource.refresh();
    expect([resource.data, asked.length]).to.deep.equal(['first', 2]);
    host.connect();
    asked[2]?.resolve('back');
    await until('it is read anew', () => resource.data === 'back');
  });

  it('is read again by itself, but not while it is being read', async () => {
    const resource = following(5);
    let beats = 0;
    const beat = setInterval(() => beats++, 5);
    await until('time enough has passed to read it again', () => beats > 5);
    clearInterval(beat);
    expect(asked).to.have.length(1);
    asked[0]?.resolve('first');
    await until('it is read again', () => asked.length > 1);
    expect(resource.data).to.equal('first');
  });

  it('has something to tell even when what was thrown is not ours', async () => {
    const resource = following();
    asked[0]?.reject(new TypeError('a fault of ours'));
    await until('it has failed', () => resource.fault);
    expect(resource.fault).to.deep.equal({ kind: 'unreadable', status: 0 });
  });
});
