import { expect, test } from 'vitest';
import { delayBucket, percentile } from '../../../../../bff/domain/delay-bucket.ts';
import type { StoredEvent } from '../../../../../bff/services/ports/store/inbox.ts';
import { EventCounter } from '../../../../../bff/services/shared/event-counter.ts';

const at = '2026-03-02T10:20:30.000Z';
const hour = '2026-03-02T10:00:00.000Z';
const event = (id: number, receivedAt: string, occurredAt: string | null = null) =>
  ({ id, receivedAt, occurredAt }) as StoredEvent;
const unheard = { counted: () => undefined, applied: () => undefined };

test('what happens is counted by the hour, and taken once', () => {
  const counter = new EventCounter(unheard);
  counter.received({ state: 'pending', event: 'InvoicePaymentReceived' }, at);
  counter.received({ state: 'unreadable', event: null }, at);
  counter.count('duplicate', at);
  const { events, seen } = counter.tally();
  expect(events).toEqual([
    { hour, kind: 'duplicate', count: 1 },
    { hour, kind: 'received', count: 2 },
    { hour, kind: 'unreadable', count: 1 },
  ]);
  expect(seen).toEqual([{ event: 'InvoicePaymentReceived', at }]);
  expect(counter.drain()?.events).toEqual(events);
  expect(counter.drain()).toBeNull();
});

test('an event that is applied counts with its delay, one that is tried again does not count yet', () => {
  const counter = new EventCounter(unheard);
  counter.completed(
    [event(1, '2026-03-02T10:20:29.900Z'), event(2, at), event(3, at)],
    [
      { kind: 'settled', id: 1, state: 'applied', words: null },
      { kind: 'failed', id: 2, retryAt: at, cause: 'bug', message: '', ms: 1, attempts: 1 },
      { kind: 'failed', id: 3, retryAt: null, cause: 'bug', message: '', ms: 1, attempts: 1 },
    ],
    at,
  );
  const { events, delays } = counter.tally();
  expect(events.map(({ kind, count }) => [kind, count])).toEqual([
    ['applied', 1],
    ['dead', 1],
  ]);
  expect(delays).toEqual([{ hour, bucket: delayBucket(100), count: 1 }]);
});

test.each([
  ['from when it happened in Billecta, not from when it came', '2026-03-02T10:20:00.000Z', 30_000],
  ['as none, when Billecta’s clock is ahead of ours', '2026-03-02T10:20:31.000Z', 0],
])('a delay counts %s', (_what, occurredAt, delay) => {
  const heard: number[] = [];
  const counter = new EventCounter({ counted: () => undefined, applied: (ms) => heard.push(ms) });
  const outcome = { kind: 'settled', id: 1, state: 'applied', words: null } as const;
  counter.completed([event(1, '2026-03-02T10:20:29.900Z', occurredAt)], [outcome], at);
  expect(counter.tally().delays).toEqual([{ hour, bucket: delayBucket(delay), count: 1 }]);
  expect(heard).toEqual([delay]);
});

test('a percentile is told to within a tenth', () => {
  const delays = [10, 20, 30, 40, 5_000];
  const buckets = delays.map((ms) => ({ bucket: delayBucket(ms), count: 1 }));
  const within = (share: number, ms: number) => {
    expect(percentile(buckets, share)).toBeGreaterThanOrEqual(ms);
    expect(percentile(buckets, share)).toBeLessThanOrEqual(ms * 1.15);
  };
  within(0.5, 30);
  within(0.95, 5_000);
  expect(percentile([], 0.5)).toBeNull();
});
