import { expect, test } from 'vitest';
import { cloudLimit } from '../../../../../bff/lime/client/call-limit.ts';
import { Pace } from '../../../../../bff/lime/client/pace.ts';

const signal = new AbortController().signal;
const caller = (value: string) => ({ kind: 'api-key', value }) as const;
const refused = { code: 'lime-rate-limited' };

function start() {
  const clock = { now: 0 };
  return { clock, pace: new Pace(cloudLimit, () => clock.now) };
}

test('when Lime has asked us to wait, one call tries first and the others wait for its answer', async () => {
  const { clock, pace } = start();
  pace.close(5_000);
  await expect(pace.enter(caller('a'), signal)).rejects.toMatchObject(refused);
  clock.now = 5_000;
  await pace.enter(caller('a'), signal);
  await expect(pace.enter(caller('b'), signal)).rejects.toMatchObject({ ...refused, retryAfter: 1 });
  await expect(pace.enterBehind(signal)).rejects.toMatchObject(refused);
  pace.answered();
  await pace.enter(caller('b'), signal);
  await pace.enterBehind(signal);
});

test('a call that tries and is asked to wait again keeps everybody waiting', async () => {
  const { clock, pace } = start();
  pace.close(1_000);
  clock.now = 1_000;
  await pace.enter(caller('a'), signal);
  pace.close(60_000);
  pace.answered();
  expect(pace.left()).toBe(60_000);
  await expect(pace.enter(caller('a'), signal)).rejects.toMatchObject(refused);
  clock.now = 61_000;
  await pace.enter(caller('a'), signal);
});
