import { expect, test } from 'vitest';
import { startLime } from './start-lime.ts';

test('who comes when the limit is used up waits a little, and is served', async () => {
  const { read, limeId } = await startLime({ limit: { burst: 1, perSecond: 5 }, now: () => 0 });
  await read();
  const started = performance.now();
  await expect(read()).resolves.toMatchObject({ limeId });
  expect(performance.now() - started).toBeGreaterThanOrEqual(198);
});

test('who would wait too long is told at once when to come back, and Lime is not asked', async () => {
  const { lime, read } = await startLime({ limit: { burst: 1, perSecond: 0.1 }, now: () => 0 });
  await read();
  await expect(read()).rejects.toMatchObject({ code: 'lime-rate-limited', retryAfter: 10 });
  expect(lime.calls).toHaveLength(1);
});

test('who goes while waiting leaves their place to another', async () => {
  let now = 0;
  const limit = { burst: 1, perSecond: 0.5 };
  const { lime, client, read, as, limeId } = await startLime({ limit, now: () => now });
  await read();
  const caller = new AbortController();
  const gone = client.readInvoice(as('user'), limeId, caller.signal);
  caller.abort();
  await expect(gone).rejects.toMatchObject({ code: 'lime-rate-limited', retryAfter: 2 });
  now = 1_900;
  await expect(read()).resolves.toMatchObject({ limeId });
  expect(lime.calls).toHaveLength(2);
});

test('when Lime asks us to wait, nobody asks it until then', async () => {
  let now = 0;
  const { lime, read, limeId } = await startLime({ now: () => now });
  lime.fault({ kind: 'status', status: 429, retryAfterSeconds: 30 }, { times: 1 });
  await expect(read()).rejects.toMatchObject({ code: 'lime-rate-limited', retryAfter: 30 });
  now = 29_000;
  await expect(read()).rejects.toMatchObject({ code: 'lime-rate-limited', retryAfter: 1 });
  expect(lime.calls).toHaveLength(1);
  now = 30_000;
  await expect(read()).resolves.toMatchObject({ limeId });
});

test('who waits while Lime asks us to wait does not ask either', async () => {
  const { lime, read } = await startLime({ limit: { burst: 1, perSecond: 5 }, now: () => 0 });
  lime.fault({ kind: 'status', status: 429, retryAfterSeconds: 30 });
  const answers = await Promise.allSettled([read(), read()]);
  expect(answers.map((each) => each.status === 'rejected' && each.reason.code)).toEqual(
    Array(2).fill('lime-rate-limited'),
  );
  expect(lime.calls).toHaveLength(1);
});

test('when Lime asks us to wait and does not say how long, nobody asks it for ten seconds', async () => {
  let now = 0;
  const { lime, read, limeId } = await startLime({ now: () => now });
  lime.fault({ kind: 'status', status: 429 }, { times: 1 });
  await expect(read()).rejects.toMatchObject({ code: 'lime-rate-limited', retryAfter: 10 });
  now = 9_999;
  await expect(read()).rejects.toMatchObject({ code: 'lime-rate-limited' });
  expect(lime.calls).toHaveLength(1);
  now = 10_000;
  await expect(read()).resolves.toMatchObject({ limeId });
});
