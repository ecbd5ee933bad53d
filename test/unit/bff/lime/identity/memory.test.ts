import { getEventListeners } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Memory } from '../../../../../bff/lime/identity/memory.ts';

test('many questions that share a signal are no leak: none is warned of, and none leaves a listener', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  onTestFinished(() => void process.off('warning', warned));
  const { signal } = new AbortController();
  const memory = new Memory<string>(
    () => 0,
    () => 1_000,
    1_000,
  );
  const answers = Array.from({ length: 50 }, (_, n) =>
    memory.answer({ kind: 'api-key', value: String(n) }, signal, async () => `known ${n}`),
  );
  expect(getEventListeners(signal, 'abort')).toHaveLength(50);
  expect(await Promise.all(answers)).toHaveLength(50);
  await vi.waitFor(() => expect(getEventListeners(signal, 'abort')).toEqual([]));
  // Node tells a warning in a turn of its own.
  await new Promise(setImmediate);
  expect(warned).not.toHaveBeenCalled();
});
