import type { TimelineEntry } from '../../../bff/contract/timeline.ts';

type Entry<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: K }>;

/** A dispute from Lime, with a reason and a comment. */
export function ourDispute(changes: Partial<Entry<'command'>> = {}): Entry<'command'> {
  return {
    kind: 'command',
    id: 'c1',
    at: '2025-11-03T10:00:00.000Z',
    name: 'dispute',
    state: 'confirmed',
    by: 'ab12cd34',
    origin: 'lime',
    reason: 'wrong-amount',
    comment: 'Twice the price',
    commentSent: null,
    until: null,
    finishedAt: '2025-11-03T10:00:01.000Z',
    outcome: null,
    effect: 'changed',
    billecta: null,
    ...changes,
  };
}

/** Something that happened in Billecta. */
export function aReminder(changes: Partial<Entry<'billecta'>> = {}): Entry<'billecta'> {
  return {
    kind: 'billecta',
    id: 'e1',
    at: '2025-11-01T10:00:00.000Z',
    type: 'ReminderInvoiceSent',
    title: 'Påminnelse skickad',
    content: null,
    by: 'Robot',
    ...changes,
  };
}

/** What a webhook told that Billecta's log does not. */
export function aNotice(changes: Partial<Entry<'notice'>> = {}): Entry<'notice'> {
  return {
    kind: 'notice',
    id: 'n1',
    at: '2025-11-02T10:00:00.000Z',
    notice: 'autogiro-failed',
    reason: 'NoCoverage',
    ...changes,
  };
}

export function plannedResumeIsOver(changes: Partial<Entry<'plan-ended'>> = {}): Entry<'plan-ended'> {
  return {
    kind: 'plan-ended',
    id: 'p1',
    at: '2025-11-04T10:00:00.000Z',
    until: '2025-11-09',
    why: 'removed',
    ...changes,
  };
}
