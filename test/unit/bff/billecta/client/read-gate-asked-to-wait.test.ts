import { expect, test } from 'vitest';
import { documentedLimits, ReadGate } from '../../../../../bff/billecta/client/read-gate.ts';

test('when Billecta has asked to wait, one read goes first and the others wait for its answer', async () => {
  let now = 0;
  const gate = new ReadGate(documentedLimits, () => now);
  const { signal } = new AbortController();
  gate.close(1_000);
  now = 1_000;
  const answered = await gate.enter('user', signal);
  let through = 0;
  const others = Array.from({ length: 12 }, async () => {
    await gate.enter('user', signal);
    through += 1;
  });
  await new Promise(setImmediate);
  expect(through).toBe(0);
  answered();
  await Promise.all(others);
  expect(through).toBe(12);
});

test.each([3_000_000_000, 1e300, Number.POSITIVE_INFINITY])(
  'a wait of %s ms is no timer that ends at once',
  async (ms) => {
    let asked = 0;
    const gate = new ReadGate(documentedLimits, () => {
      asked += 1;
      return 0;
    });
    const stop = new AbortController();
    gate.close(ms);
    const read = gate.enter('reconciliation', stop.signal);
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toBe(before);
    stop.abort(new Error('stopped'));
    await expect(read).rejects.toThrow('stopped');
  },
);
