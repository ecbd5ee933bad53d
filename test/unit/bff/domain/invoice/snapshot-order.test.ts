import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptSnapshot } from '../../../../../bff/domain/invoice/accept-snapshot.ts';
import type { Invoice } from '../../../../../bff/domain/invoice/invoice.ts';
import { compareSnapshots } from '../../../../../bff/domain/invoice/snapshot-order.ts';
import { anInvoice } from '../../../../service/support/an-invoice.ts';

const snapshot = (occurred: string[], facts: Partial<Invoice> = {}) => anInvoice({ occurred, ...facts });

test('more events is newer, fewer is stale, the same is the same', () => {
  expect(compareSnapshots(snapshot(['a']), snapshot(['a', 'b']))).toBe('newer');
  expect(compareSnapshots(snapshot(['a', 'b']), snapshot(['b']))).toBe('stale');
  expect(compareSnapshots(snapshot(['a', 'b']), snapshot(['b', 'a']))).toBe('same');
});

test('only a read can tell when both lack something, when no events are told, or when equal events tell different facts', () => {
  expect(compareSnapshots(snapshot(['a']), snapshot(['b']))).toBe('unclear');
  expect(compareSnapshots(snapshot(['a']), snapshot([], { stage: 'paid' }))).toBe('unclear');
  expect(compareSnapshots(snapshot(['a']), snapshot(['a'], { paused: true }))).toBe('unclear');
});

test('in whatever order and however often the snapshots of a history come, the newest is held', () => {
  const histories = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(100), { minLength: 1, maxLength: 40 }))
    .map(([length, order]) => {
      const events = Array.from({ length }, (_, index) => `e${index}`);
      const snapshots = events.map((_, index) =>
        snapshot(events.slice(0, index + 1), { paused: index % 2 === 1 }),
      );
      return { snapshots, deliveries: order.map((index) => index % length) };
    });
  fc.assert(
    fc.property(histories, ({ snapshots, deliveries }) => {
      let held: { invoice: Invoice; asOf: string } | undefined;
      for (const index of deliveries) {
        const invoice = snapshots[index] as Invoice;
        if (acceptSnapshot(held, { kind: 'webhook', invoice }).store) held = { invoice, asOf: '2026-01-01' };
      }
      expect(held?.invoice).toEqual(snapshots[Math.max(...deliveries)]);
    }),
    { numRuns: 1000 },
  );
});

test('a read is the truth, even over something posted that claims more events', () => {
  const forged = {
    invoice: snapshot(['a', 'b', 'forged'], { stage: 'paid' }),
    asOf: '2026-01-01T10:00:00.000Z',
  };
  const read = {
    kind: 'read',
    invoice: snapshot(['a', 'b']),
    startedAt: '2026-01-01T10:00:01.000Z',
    endedAt: '2026-01-01T10:00:03.000Z',
  } as const;
  expect(acceptSnapshot(forged, read)).toEqual({ store: true, read: false });
});

test('a read that began before the last thing posted is no proof against it: read again', () => {
  const held = { invoice: snapshot(['a', 'b']), asOf: '2026-01-01T10:00:02.000Z' };
  const read = {
    kind: 'read',
    invoice: snapshot(['a']),
    startedAt: '2026-01-01T10:00:01.000Z',
    endedAt: '2026-01-01T10:00:03.000Z',
  } as const;
  expect(acceptSnapshot(held, read)).toEqual({ store: false, read: true });
});

test('what is posted is always confirmed by a read, unless it is stale', () => {
  const held = { invoice: snapshot(['a', 'b']), asOf: '2026-01-01T10:00:00.000Z' };
  expect(acceptSnapshot(undefined, { kind: 'webhook', invoice: snapshot(['a']) }).read).toBe(true);
  expect(acceptSnapshot(held, { kind: 'webhook', invoice: snapshot(['a', 'b', 'c']) }).read).toBe(true);
  expect(acceptSnapshot(held, { kind: 'webhook', invoice: snapshot(['a']) })).toEqual({
    store: false,
    read: false,
  });
});

test('a read replaces what is held from before the clock was set back, and is not made again', () => {
  const held = { invoice: snapshot(['a', 'b']), asOf: '2026-01-01T11:00:00.000Z' };
  const read = {
    kind: 'read',
    invoice: snapshot(['a'], { stage: 'paid' }),
    startedAt: '2026-01-01T10:00:01.000Z',
    endedAt: '2026-01-01T10:00:02.000Z',
  } as const;
  expect(acceptSnapshot(held, read)).toEqual({ store: true, read: false });
});
