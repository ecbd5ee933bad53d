import { expect, test } from 'vitest';
import type { Command } from '../../../../../bff/domain/command.ts';
import { decide } from '../../../../../bff/domain/invoice/command-rules.ts';
import type { Invoice } from '../../../../../bff/domain/invoice/invoice.ts';
import { overdueDays } from '../../../../../bff/domain/invoice/overdue.ts';
import { retryDelay } from '../../../../../bff/domain/retry-schedule.ts';
import { swedishDay } from '../../../../../bff/domain/swedish-day.ts';
import { anInvoice } from '../../../../service/support/an-invoice.ts';

const silent = anInvoice().permits;

test.each<[Command, Partial<Invoice>, string]>([
  ['dispute', {}, 'go'],
  ['dispute', { disputedSince: '2026-11-01T00:00:00.000Z' }, 'already: already-disputed'],
  ['cancel-dispute', {}, 'already: not-disputed'],
  ['cancel-dispute', { disputedSince: '2026-11-01T00:00:00.000Z' }, 'go'],
  ['pause', { paused: true }, 'already: already-paused'],
  ['resume', {}, 'already: not-paused'],
  ['resume', { paused: true }, 'go'],
  ['dispute', { stage: 'draft' }, 'no: draft'],
  ['pause', { stage: 'paid' }, 'no: closed'],
  ['pause', { stage: 'sold' }, 'no: sold'],
  ['dispute', { stage: 'debt-collection' }, 'go'],
  ['dispute', { stage: 'debt-collection', permits: { ...silent, dispute: false } }, 'no: in-debt-collection'],
  ['dispute', { permits: { ...silent, dispute: false } }, 'no: billecta-says-no'],
  ['dispute', { stage: 'paid', permits: { ...silent, dispute: true } }, 'go'],
  ['resume', { paused: true, permits: { ...silent, resume: false } }, 'no: billecta-says-no'],
])('%s on %o: %s', (command, facts, expected) => {
  const decision = decide(anInvoice(facts), command);
  expect('reason' in decision ? `${decision.kind}: ${decision.reason}` : decision.kind).toBe(expected);
});

test('overdue is counted in Swedish days, while something is left to pay', () => {
  expect(overdueDays(anInvoice(), '2026-11-23')).toBe(3);
  expect(overdueDays(anInvoice(), '2026-11-20')).toBe(0);
  expect(overdueDays(anInvoice({ dueDate: '2026-12-24' }), '2026-11-23')).toBe(0);
  expect(overdueDays(anInvoice({ stage: 'paid' }), '2026-11-23')).toBe(0);
  expect(overdueDays(anInvoice({ dueDate: '2026-03-28' }), '2026-03-30')).toBe(2);
});

test('the Swedish day begins an hour or two before the UTC day', () => {
  expect(swedishDay(new Date('2026-01-31T23:30:00Z'))).toBe('2026-02-01');
  expect(swedishDay(new Date('2026-07-31T21:59:59Z'))).toBe('2026-07-31');
  expect(swedishDay(new Date('2026-07-31T22:00:00Z'))).toBe('2026-08-01');
});

test('an event is tried again ever later, and in the end no more', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => retryDelay(attempts, 1));
  expect(longest).toEqual([1e3, 5e3, 30e3, 120e3, 600e3, 3600e3, 4 * 3600e3, 12 * 3600e3]);
  expect(retryDelay(2, 0.5)).toBe(2500);
  expect(retryDelay(9, 0.5)).toBeUndefined();
});
