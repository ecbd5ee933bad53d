import { getEventListeners } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { deadlineIn, within } from '../../../../bff/signals/within.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const aborted = (signal: AbortSignal) =>
  new Promise<unknown>((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));

const collectTwice = async () => {
  collect();
  await sleep(1);
  collect();
};

test('a time limit fires after a major garbage collection', async () => {
  const stopping = new AbortController();
  const work = within([stopping.signal], 100, aborted);
  await collectTwice();
  expect(await work).toMatchObject({ name: 'TimeoutError' });
});

test('a deadline fires after a major garbage collection', async () => {
  const fired = aborted(deadlineIn(100));
  await collectTwice();
  expect(await fired).toMatchObject({ name: 'TimeoutError' });
});

test('the work is aborted for the reason of the signal that aborts first', async () => {
  const [stopping, lost] = [new AbortController(), new AbortController()];
  const work = within([stopping.signal, lost.signal], null, aborted);
  lost.abort('lost');
  expect(await work).toBe('lost');
  expect(await within([stopping.signal, lost.signal], null, async ({ reason }) => reason)).toBe('lost');
});

test('a signal that lives as long as the process has no listeners left after 1,000 calls', async () => {
  const { signal } = new AbortController();
  const call = (_: unknown, index: number) =>
    within([signal], 60_000, async () => {
      await sleep(1);
      if (index % 2) throw new Error('failed');
    });
  await Promise.allSettled(Array.from({ length: 1_000 }, call));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('no source of the service uses the signals that Node 20 loses', () => {
  const sources = readdirSync('bff', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const lossy = sources.filter((name) =>
    /AbortSignal\.(any|timeout)\(/.test(readFileSync(`bff/${name}`, 'utf8')),
  );
  expect(lossy).toEqual([]);
});
