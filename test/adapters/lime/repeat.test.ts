import { expect, test } from 'vitest';
import { patient, startLime } from './start-lime.ts';

test.each([
  ['cut off', { kind: 'outage' } as const],
  ['failing', { kind: 'status', status: 502 } as const],
])('nobody notices that Lime was %s for a moment', async (_how, fault) => {
  const { lime, read, limeId } = await startLime();
  lime.fault(fault, { times: 1 });
  await expect(read()).resolves.toMatchObject({ limeId });
  expect(lime.calls).toHaveLength(2);
});

test('the second try comes after a short pause', async () => {
  const { lime, read } = await startLime();
  lime.fault({ kind: 'status', status: 500 }, { times: 1 });
  await read();
  const [first, second] = lime.calls;
  // A timer may fire a millisecond early.
  expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(98);
});

test('a Lime that goes on failing is not asked a third time', async () => {
  const { lime, read } = await startLime();
  lime.fault({ kind: 'status', status: 500 });
  await expect(read()).rejects.toMatchObject({ code: 'lime-failed' });
  expect(lime.calls).toHaveLength(2);
});

test.each([
  ['refuses', { kind: 'status', status: 403 } as const, 'forbidden', {}],
  ['asks us to wait', { kind: 'status', status: 429 } as const, 'lime-rate-limited', {}],
  ['is silent', { kind: 'slow', ms: Number.POSITIVE_INFINITY } as const, 'lime-timeout', { timeout: 100 }],
])('a Lime that %s is not asked twice', async (_how, fault, code, options) => {
  const { lime, read } = await startLime(options);
  lime.fault(fault);
  await expect(read()).rejects.toMatchObject({ code });
  expect(lime.calls).toHaveLength(1);
});

test('nothing is asked for somebody who has gone', async () => {
  const caller = new AbortController();
  // They go once the first answer has been read, and before the second try.
  const log = { info: () => caller.abort(), warn() {}, error() {} };
  const { lime, client, as, limeId } = await startLime({ log });
  lime.fault({ kind: 'status', status: 500 });
  await expect(client.readInvoice(as('user'), limeId, caller.signal)).rejects.toMatchObject({
    code: 'lime-failed',
  });
  expect(lime.calls).toHaveLength(1);
});

test('a second try that the limit has no room for is not made', async () => {
  const { lime, read } = await startLime({ limit: { burst: 1, perSecond: 0.001 } });
  lime.fault({ kind: 'status', status: 500 });
  await expect(read()).rejects.toMatchObject({ code: 'lime-failed' });
  expect(lime.calls).toHaveLength(1);
});

test('the second try is a call like any other to the limit', async () => {
  const { lime, client, read, as } = await startLime({ limit: { burst: 2, perSecond: 0.001 } });
  lime.fault({ kind: 'status', status: 500 }, { times: 1 });
  await read();
  await expect(client.toldUpdateRight(as('user'), patient())).rejects.toMatchObject({
    code: 'lime-rate-limited',
  });
});
