import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { documentedLimits, ReadGate } from '../../../../../bff/billecta/client/read-gate.ts';
import type { ReadPriority } from '../../../../../bff/services/ports/billecta.ts';

const priorities = ['command', 'user', 'task', 'verification', 'reconciliation'] as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;

/** Asks for reads, each some time after the one before, and tells who was let through when. */
async function run(asked: ReadonlyArray<{ after: number; priority: ReadPriority }>) {
  const gate = new ReadGate(documentedLimits, Date.now);
  const through: { at: number; priority: ReadPriority; place: number }[] = [];
  for (const [place, { after, priority }] of asked.entries()) {
    await vi.advanceTimersByTimeAsync(after);
    void gate.enter(priority, never).then(() => through.push({ at: Date.now(), priority, place }));
  }
  await vi.advanceTimersByTimeAsync(20 * 60_000);
  return through;
}

const most = (times: readonly number[], ms: number) =>
  Math.max(0, ...times.map((at) => times.filter((other) => other >= at && other < at + ms).length));

test('whatever is asked for, no window sees more than Billecta allows, and everybody gets through', async () => {
  const anyone = fc.record({
    after: fc.integer({ min: 0, max: 400 }),
    priority: fc.constantFrom(...priorities),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyone, { maxLength: 900 }), async (asked) => {
      const through = await run(asked);
      const times = through.map(({ at }) => at);
      expect(through).toHaveLength(asked.length);
      for (const { ms, max } of documentedLimits) expect(most(times, ms)).toBeLessThanOrEqual(max);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('a command is let through before people, and people before background reads', async () => {
  const flood = Array.from({ length: 100 }, () => ({ after: 0, priority: 'command' as const }));
  const late = [...priorities].reverse().map((priority) => ({ after: 0, priority }));
  const through = await run([...flood, ...late]);
  expect(through.slice(100).map(({ priority }) => priority)).toEqual([...priorities]);
});

test('background reads leave room: however many there are, a command is not kept waiting', async () => {
  const gate = new ReadGate(documentedLimits, Date.now);
  for (let n = 0; n < 300; n += 1) void gate.enter('verification', never).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(gate.waitFor('verification')).toBeGreaterThan(0);
  expect(gate.waitFor('user')).toBe(0);
  await gate.enter('command', never);
});

test('nobody is let through while Billecta asks us to wait', async () => {
  const gate = new ReadGate(documentedLimits, Date.now);
  gate.close(7_000);
  expect(gate.waitFor('command')).toBe(7_000);
  let in_ = false;
  void gate.enter('command', never).then(() => {
    in_ = true;
  });
  await vi.advanceTimersByTimeAsync(6_999);
  expect(in_).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(in_).toBe(true);
});

test('whoever gives up waiting takes no place', async () => {
  const gate = new ReadGate([{ ms: 1_000, max: 1 }], Date.now);
  await gate.enter('command', never);
  const leaving = new AbortController();
  const left = gate.enter('command', leaving.signal);
  const next = gate.enter('command', never);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  await vi.advanceTimersByTimeAsync(1_000);
  await next;
});

test('callers are let through in turn: who has read less comes before who asked first', async () => {
  const gate = new ReadGate([{ ms: 1_000, max: 20 }], Date.now);
  gate.close(1_000);
  const through: string[] = [];
  const ask = (caller: string) => void gate.enter('user', never, caller).then(() => through.push(caller));
  for (let n = 0; n < 118; n += 1) ask('greedy');
  ask('modest');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(through.indexOf('modest')).toBeLessThan(3);
});

test('a caller who has used up their part waits; nobody else does, and background reads go on', async () => {
  const gate = new ReadGate(documentedLimits, Date.now);
  let greedy = 0;
  for (let n = 0; n < 118; n += 1) void gate.enter('user', never, 'greedy').then(() => (greedy += 1));
  await vi.advanceTimersByTimeAsync(0);
  expect(greedy).toBe(47);
  expect(gate.waitForOwn('user', 'greedy')).toBe(10_000);
  await gate.enter('user', never, 'modest');
  await gate.enter('verification', never);
  await gate.enter('command', never, 'greedy');
});
