import { describe, expect, test } from 'vitest';
import { unchangedOutcomes } from '../../../../../bff/domain/command.ts';
import type { TimelineSources } from '../../../../../bff/services/invoices/timeline-entries.ts';
import { toEntries } from '../../../../../bff/services/invoices/timeline-entries.ts';

type Event = TimelineSources['events'][number];
type Command = TimelineSources['commands'][number];

const event = (type: string, at: string, id = type): Event => ({
  id,
  at,
  type,
  title: null,
  content: null,
  by: 'API',
});

const command = (changes: Partial<Command> = {}): Command =>
  ({
    id: 'c1',
    actionPublicId: 'a1',
    limeId: 1,
    command: 'dispute',
    state: 'confirmed',
    requestedBy: 'cookie:1',
    origin: 'lime',
    reason: null,
    comment: null,
    commentSent: null,
    until: null,
    requestedAt: '2026-11-27T10:00:00.500Z',
    finishedAt: '2026-11-27T10:00:01.000Z',
    outcome: null,
    ...changes,
  }) as Command;

const none = { events: [], commands: [], plans: [], notices: [] };

/** What a reader sees, the newest first. */
const told = (sources: Partial<TimelineSources>) =>
  toEntries({ ...none, ...sources })
    .sort((a, b) => (a.place < b.place ? 1 : -1))
    .map(({ entry }) => (entry.kind === 'billecta' ? entry.type : entry.kind));

describe('a command and the entry that it has left in Billecta', () => {
  const disputed = event('Disputed', '2026-11-27T10:00:00.000Z');

  test('are one entry, which says so', () => {
    const [placed, ...others] = toEntries({ ...none, events: [disputed], commands: [command()] });
    expect(others).toEqual([]);
    expect(placed?.entry).toMatchObject({ kind: 'command', billecta: { id: 'Disputed', by: 'API' } });
  });

  test('are two when the entry is of another command, or of long before or after', () => {
    for (const [type, at] of [
      ['Paused', '2026-11-27T10:00:00.000Z'],
      ['Disputed', '2026-11-27T09:59:50.000Z'],
      ['Disputed', '2026-11-27T10:02:00.000Z'],
    ] as const)
      expect(told({ events: [event(type, at)], commands: [command()] })).toHaveLength(2);
  });

  test('are two when the command did not happen', () => {
    for (const state of ['refused', 'failed', 'unknown'] as const)
      expect(told({ events: [disputed], commands: [command({ state })] })).toHaveLength(2);
  });

  test('are two when the invoice was so already: the entry is somebody else’s', () => {
    const unchanged = command({ outcome: unchangedOutcomes.none });
    const entries = toEntries({ ...none, events: [disputed], commands: [unchanged] });
    expect(entries.map(({ entry }) => entry.kind === 'command' && entry.effect)).toEqual([false, 'none']);
    const [another] = toEntries({
      ...none,
      commands: [command({ outcome: unchangedOutcomes['end-changed'] })],
    });
    expect(another?.entry).toMatchObject({ effect: 'end-changed' });
  });

  test('each have their own, when there are several', () => {
    const again = event('Disputed', '2026-11-27T10:00:20.000Z', 'again');
    const entries = toEntries({
      ...none,
      events: [disputed, again],
      commands: [command({ id: 'c2', requestedAt: '2026-11-27T10:00:19.800Z' }), command()],
    });
    expect(entries.map(({ entry }) => entry.kind === 'command' && [entry.id, entry.billecta?.id])).toEqual([
      ['c2', 'again'],
      ['c1', 'Disputed'],
    ]);
  });
});

test('entries of the same second stand in the order of Billecta’s log', () => {
  const at = '2026-11-27T10:00:00.000Z';
  const log = ['Attested', 'InvoiceSent', 'Paid', 'OverPayment', 'Completed'];
  expect(told({ events: log.map((type, index) => event(type, at, String(9 - index))) })).toEqual(
    [...log].reverse(),
  );
});
