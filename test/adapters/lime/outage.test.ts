import { afterEach, expect, test, vi } from 'vitest';
import { patient, startLime } from './start-lime.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Sets the clock that only goes forward on; timers and the network go on as ever. */
function later(ms: number): void {
  const at = performance.now() + ms;
  vi.spyOn(performance, 'now').mockReturnValue(at);
}

const unreachable = { code: 'lime-unreachable', message: expect.stringContaining('tried again soon') };

async function outOfOrder() {
  vi.useFakeTimers({ toFake: ['Date'] });
  const started = await startLime();
  const end = started.lime.fault({ kind: 'status', status: 503 });
  for (let failed = 0; failed < 5; failed += 1) {
    await expect(started.read()).rejects.toMatchObject({ code: 'lime-failed' });
  }
  const callsSoFar = started.lime.calls.length;
  return { ...started, end, callsSoFar };
}

test('after five failures in a row Lime is left alone, and the caller is told when to come back', async () => {
  const { lime, read, callsSoFar } = await outOfOrder();
  await expect(read()).rejects.toMatchObject({ ...unreachable, retryAfter: 5 });
  expect(lime.calls).toHaveLength(callsSoFar);
});

test('Lime is asked again when it is back, after five seconds', async () => {
  const { read, end, limeId } = await outOfOrder();
  end();
  later(4_000);
  await expect(read()).rejects.toMatchObject(unreachable);
  later(1_000);
  await expect(read()).resolves.toMatchObject({ limeId });
  await expect(read()).resolves.toMatchObject({ limeId });
});

test('while it is not back, only one call tries, and Lime is left alone again', async () => {
  const { lime, read, callsSoFar } = await outOfOrder();
  later(5_000);
  const answers = await Promise.allSettled([read(), read(), read()]);
  expect(answers.map((each) => each.status === 'rejected' && each.reason.message)).toEqual([
    'Lime failed (503).',
    unreachable.message,
    unreachable.message,
  ]);
  // The one call, and its second try.
  expect(lime.calls).toHaveLength(callsSoFar + 2);
});

test('a Lime that is silent is left alone too', async () => {
  const { lime, read } = await startLime({ timeout: 50 });
  lime.fault({ kind: 'slow', ms: Number.POSITIVE_INFINITY });
  const answers = await Promise.allSettled(Array.from({ length: 5 }, read));
  expect(answers.map((each) => each.status === 'rejected' && each.reason.code)).toEqual(
    Array(5).fill('lime-timeout'),
  );
  await expect(read()).rejects.toMatchObject(unreachable);
});

test('what Lime refuses shows that it is well', async () => {
  const { client, read, limeId } = await startLime();
  const stranger = { kind: 'api-key', value: 'wrong' } as const;
  for (let refused = 0; refused < 10; refused += 1) {
    await expect(client.readInvoice(stranger, limeId, patient())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  }
  await expect(read()).resolves.toMatchObject({ limeId });
});

test('an answer, even a refusal, begins the count of failures anew', async () => {
  const { lime, client, read, as } = await startLime();
  const fail = async (times: number) => {
    const end = lime.fault({ kind: 'status', status: 500 });
    for (let failed = 0; failed < times; failed += 1) {
      await expect(read()).rejects.toMatchObject({ code: 'lime-failed' });
    }
    end();
  };
  await fail(4);
  await expect(client.readInvoice(as('user'), 999_999, patient())).rejects.toMatchObject({
    code: 'not-found',
  });
  await fail(4);
  await expect(read()).resolves.toBeDefined();
});

test('one Lime database that is out of order leaves the other alone', async () => {
  await outOfOrder();
  const other = await startLime();
  await expect(other.read()).resolves.toMatchObject({ limeId: other.limeId });
});

test('a wall clock that is set back an hour keeps nobody from Lime', async () => {
  const { read, end, limeId } = await outOfOrder();
  end();
  vi.setSystemTime(Date.now() - 60 * 60 * 1000);
  later(5_000);
  await expect(read()).resolves.toMatchObject({ limeId });
});
