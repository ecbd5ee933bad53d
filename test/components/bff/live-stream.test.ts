import { expect } from 'chai';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { LiveStream } from '../../../frontend/bff/live-stream.ts';
import { ScriptedBff } from '../support/bff.ts';
import { until } from '../support/page.ts';
import { disputedInvoice, sentInvoice } from '../support/statuses.ts';

describe('the live stream of a page', () => {
  let bff: ScriptedBff;
  let stream: LiveStream | undefined;
  let heard: InvoiceStatus[];
  let silences: number;

  beforeEach(async () => {
    bff = new ScriptedBff();
    await bff.holds(sentInvoice());
    [heard, silences] = [[], 0];
  });

  afterEach(() => stream?.follow([]));

  function open(times: { silence: number; poll: number }): void {
    stream = new LiveStream(
      {
        url: (ids) => `/${bff.application}/limepkg-billecta-integration/live?ids=${ids}`,
        onInvoice: (status) => heard.push(status),
        onWritten: () => undefined,
        onTask: () => undefined,
        onSilent: () => {
          silences += 1;
        },
      },
      { first: 10_000, ...times },
    );
    stream.follow([1001]);
  }
  const opened = async () => (await bff.requests('GET', 'live')).length;

  it('is opened again when it is half open: nothing comes, not even a beat', async () => {
    open({ silence: 300, poll: 10_000 });
    await until('it is opened again', async () => (await opened()) >= 2);
    expect(silences).to.be.greaterThan(0);
    await bff.push(disputedInvoice());
    await until('it brings what is new', () => heard.some(({ disputed }) => disputed));
  });

  it('stays open while it beats', async () => {
    open({ silence: 600, poll: 10_000 });
    await until('it has begun', () => heard.length);
    for (let beat = 0; beat < 10; beat++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await bff.beat();
    }
    expect([await opened(), silences]).to.deep.equal([1, 0]);
  });

  it('takes one place among the windows however often it is opened at once, and gives it back', async () => {
    open({ silence: 10_000, poll: 10_000 });
    await until('it has begun', () => heard.length);
    stream?.follow([]);
    const held = async () =>
      ((await navigator.locks.query()).held ?? []).filter(({ name }) => name?.includes('.stream-')).length;
    await until('nothing is held', async () => (await held()) === 0);
    stream?.follow([1001]);
    // Both come before the browser has answered for the first.
    await new Promise((resolve) => setTimeout(resolve, 95));
    for (let n = 0; n < 5; n++) {
      dispatchEvent(new Event('online'));
      await new Promise((resolve) => setTimeout(resolve));
    }
    await until('one is held', async () => (await held()) === 1);
    stream?.follow([]);
    await until('nothing is held again', async () => (await held()) === 0);
  });

  it('is not opened beside those of three other windows; statuses are read until one gives its own up', async () => {
    const giveUp: (() => void)[] = [];
    for (const place of [1, 2, 3])
      void navigator.locks.request(
        `limepkg-billecta-integration.stream-${place}`,
        () => new Promise<void>((resolve) => giveUp.push(resolve)),
      );
    await until('the others have theirs', () => giveUp.length === 3);
    open({ silence: 10_000, poll: 200 });
    await until('statuses are read', () => silences >= 2);
    expect(await opened()).to.equal(0);
    for (const each of giveUp) each();
    await until('it has one', () => heard.length);
  });
});
