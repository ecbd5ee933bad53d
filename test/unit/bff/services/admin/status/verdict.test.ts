import { describe, expect, test } from 'vitest';
import type { IssueHead } from '../../../../../../bff/services/admin/issues/find-issues.ts';
import { type Facts, tilesOf, verdictOf } from '../../../../../../bff/services/admin/status/verdict.ts';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

const calm: Facts = {
  now,
  paused: null,
  eventsToday: 12,
  lastEventAt: minutesAgo(1),
  queue: { depth: 0, oldestReceivedAt: null },
  writes: { waiting: 0, oldestWantedAt: null },
  issues: [],
  solved: null,
  available: { billecta: true, lime: true },
};

const issue = (changes: Partial<IssueHead> = {}): IssueHead => ({
  id: 'write.lime-refused',
  kind: 'write',
  cause: 'lime-refused',
  severity: 'error',
  remedy: 'fix-lime-field',
  count: 17,
  waiting: 17,
  nextAttemptAt: null,
  firstSeen: minutesAgo(48),
  lastSeen: minutesAgo(2),
  retryable: true,
  acknowledged: null,
  dismissed: null,
  ...changes,
});
const mark = { at: minutesAgo(1), by: 'somebody' };

describe('the verdict', () => {
  test('is that all is well, with the events of today', () => {
    expect(verdictOf(calm)).toEqual({
      kind: 'ok',
      eventsToday: 12,
      lastEventAt: minutesAgo(1),
      solved: null,
    });
  });

  test('is that nothing has ever come', () => {
    expect(verdictOf({ ...calm, eventsToday: 0, lastEventAt: null })).toEqual({ kind: 'quiet' });
  });

  test('names what needs somebody, since when, and how many other errors there are', () => {
    const other = issue({ id: 'event.bug', kind: 'event', cause: 'bug', firstSeen: minutesAgo(60) });
    const passing = issue({ id: 'read.rate-limited', kind: 'read', severity: 'warning' });
    expect(verdictOf({ ...calm, issues: [issue(), other, passing] })).toMatchObject({
      kind: 'trouble',
      objects: 17,
      since: minutesAgo(60),
      issues: 2,
      issue: { id: 'write.lime-refused', cause: 'lime-refused', count: 17, since: minutesAgo(48) },
    });
  });

  test('is only that something waits while it may pass by itself', () => {
    const passing = issue({ severity: 'warning', cause: 'lime-unreachable' });
    expect(verdictOf({ ...calm, issues: [passing] })).toMatchObject({
      kind: 'waiting',
      issue: { cause: 'lime-unreachable' },
    });
  });

  test('does not weigh what somebody knows of, or has set aside', () => {
    const known = [issue({ acknowledged: mark }), issue({ dismissed: mark })];
    expect(verdictOf({ ...calm, issues: known }).kind).toBe('ok');
  });

  test('is that events wait when the oldest has waited for over a minute, and not before', () => {
    const waiting = (oldestReceivedAt: string) =>
      verdictOf({ ...calm, queue: { depth: 3, oldestReceivedAt } });
    expect(waiting(minutesAgo(2))).toMatchObject({ kind: 'waiting', events: 3, issue: null });
    expect(waiting(minutesAgo(0.5)).kind).toBe('ok');
  });

  test('is first of all that somebody has paused processing', () => {
    const paused = { since: minutesAgo(5), by: 'somebody', why: 'They move' };
    expect(verdictOf({ ...calm, paused, issues: [issue()] })).toMatchObject({
      kind: 'paused',
      why: 'They move',
    });
  });
});

describe('a tile', () => {
  const tile = (id: string, facts: Partial<Facts>) =>
    tilesOf({ ...calm, ...facts }).find((each) => each.id === id);

  test('of Lime fails with its cause while Lime refuses, and that of write-back too', () => {
    const facts = { issues: [issue()], writes: { waiting: 17, oldestWantedAt: minutesAgo(48) } };
    expect(tile('lime', facts)).toMatchObject({ state: 'error', number: 17, cause: 'lime-refused' });
    expect(tile('write-back', facts)).toMatchObject({ state: 'error', number: 17 });
    expect(tile('billecta', facts)).toMatchObject({ state: 'ok', number: 0, cause: null });
  });

  test('of a system that does not answer just now warns before anything has failed for good', () => {
    expect(tile('billecta', { available: { billecta: false, lime: true } })).toMatchObject({
      state: 'warning',
      cause: 'billecta-unreachable',
    });
  });

  test('of webhooks tells of the requests that were turned away', () => {
    const request = issue({ kind: 'request', cause: 'unauthenticated', severity: 'warning' });
    expect(tile('webhooks', { issues: [request] })).toMatchObject({
      state: 'warning',
      cause: 'unauthenticated',
    });
    expect(tile('webhooks', { eventsToday: 0, lastEventAt: null })).toMatchObject({ state: 'unknown' });
  });

  test('of processing is off while it is paused, and says what waits', () => {
    const paused = { since: minutesAgo(5), by: 'somebody', why: 'They move' };
    const queue = { depth: 4, oldestReceivedAt: minutesAgo(4) };
    expect(tile('processing', { paused, queue })).toMatchObject({
      state: 'off',
      number: 4,
      since: minutesAgo(5),
    });
    expect(tile('processing', { queue })).toMatchObject({ state: 'warning', since: minutesAgo(4) });
  });
});
