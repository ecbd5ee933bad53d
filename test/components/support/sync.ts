import type { AuditedCommand, CommandPage } from '../../../bff/contract/admin/commands.ts';
import type { EventDetail, EventLine, EventPage } from '../../../bff/contract/admin/events.ts';
import type { Issue } from '../../../bff/contract/admin/issues.ts';
import type { RejectedPage, RejectedRequest } from '../../../bff/contract/admin/rejected.ts';
import type { AdminStatus, Charts, Outcomes, Tile, Verdict } from '../../../bff/contract/admin/status.ts';

type Told<K extends Verdict['kind']> = Extract<Verdict, { kind: K }>;

export const paused = { since: '2025-11-03T09:30:00.000Z', by: 'ab12cd34', why: 'Moving the server' };
const waiting = { events: 3, objects: 0, reads: 0 };

/** Lime refuses the service's key. */
export const worstIssue: Told<'trouble'>['issue'] = {
  id: 'event.lime-refused',
  kind: 'event',
  cause: 'lime-refused',
  count: 2,
  since: '2025-11-03T09:00:00.000Z',
  nextAttemptAt: null,
};

export function okVerdict(changes: Partial<Told<'ok'>> = {}): Told<'ok'> {
  return { kind: 'ok', eventsToday: 12, lastEventAt: '2025-11-03T09:59:00.000Z', solved: null, ...changes };
}

export function troubleVerdict(changes: Partial<Told<'trouble'>> = {}): Told<'trouble'> {
  const { since } = worstIssue;
  return { ...okVerdict(), ...waiting, kind: 'trouble', since, issue: worstIssue, issues: 1, ...changes };
}

export function waitingVerdict(changes: Partial<Told<'waiting'>> = {}): Told<'waiting'> {
  const since = '2025-11-03T09:30:00.000Z';
  return { ...okVerdict(), ...waiting, kind: 'waiting', since, issue: null, ...changes };
}

export function pausedVerdict(changes: Partial<Told<'paused'>> = {}): Told<'paused'> {
  return { ...okVerdict(), ...waiting, kind: 'paused', ...paused, ...changes };
}

/** Everything works. */
export function syncStatus(changes: Partial<AdminStatus> = {}): AdminStatus {
  return {
    at: '2025-11-03T10:00:00.000Z',
    verdict: okVerdict(),
    tiles: [
      tile('billecta'),
      tile('lime'),
      tile('webhooks', { number: 12, since: '2025-11-03T09:59:00.000Z' }),
      tile('processing'),
      tile('write-back'),
      tile('reconciliation', { since: '2025-11-03T09:45:00.000Z' }),
    ],
    paused: null,
    queue: { depth: 0, oldestReceivedAt: null },
    issues: { errors: 0, warnings: 0 },
    unread: { comments: 0, deliveries: 0 },
    supported: ['InvoiceSent', 'InvoicePaid'],
    charts: someCharts(),
    ...changes,
  };
}

export function tile(id: Tile['id'], changes: Partial<Tile> = {}): Tile {
  return { id, state: 'ok', number: 0, since: null, cause: null, ...changes };
}

export const noOutcomes: Outcomes = {
  received: 0,
  duplicates: 0,
  applied: 0,
  superseded: 0,
  ignored: 0,
  unreadable: 0,
  failed: 0,
};

/** Two hours and two days, in which events were applied, and one failed; one wait, and three disputes. */
export function someCharts(changes: Partial<Charts> = {}): Charts {
  const hours = ['2025-11-03T08:00:00.000Z', '2025-11-03T09:00:00.000Z'] as const;
  return {
    hours: [
      { hour: hours[0], ...noOutcomes, received: 5, applied: 5 },
      { hour: hours[1], ...noOutcomes, received: 8, applied: 7, failed: 1 },
    ],
    days: [
      { day: '2025-11-02', ...noOutcomes, received: 40, applied: 40 },
      { day: '2025-11-03', ...noOutcomes, received: 13, applied: 12, failed: 1 },
    ],
    delay: [
      { hour: hours[0], p50: null, p95: null },
      { hour: hours[1], p50: 1250, p95: 40_000 },
    ],
    queue: [
      { at: '2025-11-03T09:10:00.000Z', depth: 2, oldestMs: 500 },
      { at: '2025-11-03T09:20:00.000Z', depth: 4, oldestMs: 90_000 },
    ],
    commands: [
      { command: 'dispute', reason: 'quality', state: 'confirmed', count: 1 },
      { command: 'dispute', reason: 'wrong-amount', state: 'confirmed', count: 2 },
      { command: 'pause', reason: null, state: 'refused', count: 1 },
    ],
    ...changes,
  };
}

/** Two events that Lime refused for good. */
export function anIssue(changes: Partial<Issue> = {}): Issue {
  return {
    id: 'event.lime-refused',
    kind: 'event',
    cause: 'lime-refused',
    severity: 'error',
    remedy: 'fix-lime-key',
    count: 2,
    waiting: 0,
    nextAttemptAt: null,
    firstSeen: '2025-11-03T09:00:00.000Z',
    lastSeen: '2025-11-03T09:40:00.000Z',
    invoices: [{ actionPublicId: 'a-1001', limeId: 1001, invoiceNumber: '70001' }],
    values: [],
    message: '401 Unauthorized from Lime',
    retryable: true,
    acknowledged: null,
    dismissed: null,
    ...changes,
  };
}

/** An event that has been applied. */
export function anEvent(changes: Partial<EventLine> = {}): EventLine {
  return {
    id: 41,
    deliveryId: 'd-41',
    occurredAt: null,
    event: 'InvoiceSent',
    subject: 'a-1001',
    creditor: 'c-1',
    state: 'applied',
    attempts: 0,
    duplicates: 0,
    receivedAt: '2025-11-03T09:00:00.000Z',
    completedAt: '2025-11-03T09:00:01.000Z',
    nextAttemptAt: null,
    cause: null,
    outcome: 'stage is now sent',
    waitsFor: null,
    invoice: { actionPublicId: 'a-1001', limeId: 1001, invoiceNumber: '70001' },
    ...changes,
  };
}

/** An event that Lime has refused for good. */
export function deadEvent(changes: Partial<EventLine> = {}): EventLine {
  return anEvent({ id: 42, state: 'dead', attempts: 0, cause: 'lime-refused', outcome: null, ...changes });
}

export function eventPage(changes: Partial<EventPage> = {}): EventPage {
  return { events: [deadEvent(), anEvent()], next: null, searchedTo: null, searched: 'all', ...changes };
}

/** The dead one in full: tried twice, and something was written to Lime all the same. */
export function eventDetail(changes: Partial<EventDetail> = {}): EventDetail {
  return {
    ...deadEvent(),
    headers: { 'content-type': 'application/json', 'x-api-key': '(hidden)' },
    body: '{"Event":"InvoiceSent", "ActionPublicId":"a-1001"}',
    failures: [
      { at: '2025-11-03T09:05:00.000Z', ms: 40, cause: 'lime-refused', message: '401 from Lime' },
      { at: '2025-11-03T09:00:01.000Z', ms: 1200, cause: 'lime-unreachable', message: 'Connection refused' },
    ],
    changes: [
      {
        at: '2025-11-03T09:00:30.000Z',
        kind: 'invoice',
        limeId: 1001,
        created: false,
        fields: [{ field: 'invoice_status', before: null, after: { key: 'sent' } }],
      },
    ],
    unwritten: [],
    blockedBy: null,
    ...changes,
  };
}

export function aRejection(changes: Partial<RejectedRequest> = {}): RejectedRequest {
  return {
    id: 7,
    at: '2025-11-03T09:00:00.000Z',
    reason: 'unauthenticated',
    headers: { 'content-type': 'application/json', 'x-api-key': '(hidden)' },
    body: '{"Event":"InvoicePaid"}',
    ...changes,
  };
}

export function rejectedPage(changes: Partial<RejectedPage> = {}): RejectedPage {
  return {
    requests: [aRejection()],
    next: null,
    reasons: [{ reason: 'unauthenticated', count: 3, lastAt: '2025-11-03T09:00:00.000Z' }],
    keys: [
      { name: 'primary', lastUsedAt: '2025-11-03T09:59:00.000Z' },
      { name: 'next', lastUsedAt: null },
    ],
    ...changes,
  };
}

/** A dispute that Billecta confirmed. */
export function aCommand(changes: Partial<AuditedCommand> = {}): AuditedCommand {
  return {
    id: 'c1',
    command: 'dispute',
    invoice: { actionPublicId: 'a-1001', limeId: 1001, invoiceNumber: '70001' },
    by: 'ab12cd34',
    origin: 'lime',
    reason: 'wrong-amount',
    comment: 'Twice the price',
    until: null,
    state: 'confirmed',
    requestedAt: '2025-11-03T09:00:00.000Z',
    finishedAt: '2025-11-03T09:00:02.000Z',
    outcome: null,
    trail: [
      { at: '2025-11-03T09:00:00.000Z', state: 'requested', outcome: null },
      { at: '2025-11-03T09:00:02.000Z', state: 'confirmed', outcome: 'Billecta says so' },
    ],
    ...changes,
  };
}

export function commandPage(changes: Partial<CommandPage> = {}): CommandPage {
  return { commands: [aCommand()], next: null, ...changes };
}
