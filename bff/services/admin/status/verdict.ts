import type { Paused } from '../../../contract/admin/processing.ts';
import type { Solved, Tile, Verdict } from '../../../contract/admin/status.ts';
import type { IssueHead } from '../issues/find-issues.ts';

/** How long events may wait before it is said, ms. */
const late = 60_000;

/** The facts behind the panel's first sentence and tiles. */
export interface Facts {
  now: number;
  paused: Paused | null;
  eventsToday: number;
  lastEventAt: string | null;
  queue: { depth: number; oldestReceivedAt: string | null };
  writes: { waiting: number; oldestWantedAt: string | null };
  /** Issues that are acknowledged, dismissed or only `info` do not count. */
  issues: readonly IssueHead[];
  solved: Solved | null;
  available: { billecta: boolean; lime: boolean };
}

/** Whether an issue is for the first sentence and the tiles. */
export const weighs = ({ acknowledged, dismissed, severity }: IssueHead): boolean =>
  acknowledged === null && dismissed === null && severity !== 'info';
const sum = (issues: readonly IssueHead[], count: (issue: IssueHead) => number) =>
  issues.reduce((total, issue) => total + count(issue), 0);
const oldest = (instants: ReadonlyArray<string | null>): string | null =>
  instants.filter((at) => at !== null).sort()[0] ?? null;

/** The one sentence. */
export function verdictOf(facts: Facts): Verdict {
  const { paused, eventsToday, lastEventAt, queue, writes, now } = facts;
  const issues = facts.issues.filter(weighs);
  const today = { eventsToday, lastEventAt };
  const waiting = {
    events: queue.depth,
    objects: Math.max(
      writes.waiting,
      sum(issues, ({ kind, count }) => (kind === 'write' ? count : 0)),
    ),
    reads: sum(issues, ({ kind, count }) => (kind === 'read' ? count : 0)),
  };
  if (paused) return { kind: 'paused', ...today, ...waiting, ...paused };
  const errors = issues.filter(({ severity }) => severity === 'error');
  const [worst] = errors;
  if (worst) {
    const since = oldest(errors.map(({ firstSeen }) => firstSeen)) ?? worst.firstSeen;
    return { kind: 'trouble', ...today, ...waiting, since, issue: named(worst), issues: errors.length };
  }
  const [passing] = issues;
  if (passing)
    return { kind: 'waiting', ...today, ...waiting, since: passing.firstSeen, issue: named(passing) };
  if (isLate(queue.oldestReceivedAt, now))
    return { kind: 'waiting', ...today, ...waiting, since: queue.oldestReceivedAt ?? '', issue: null };
  return lastEventAt === null ? { kind: 'quiet' } : { kind: 'ok', ...today, solved: facts.solved };
}

const named = ({ id, kind, cause, count, firstSeen, nextAttemptAt }: IssueHead) => ({
  id,
  kind,
  cause,
  count,
  since: firstSeen,
  nextAttemptAt,
});

const isLate = (since: string | null, now: number) => since !== null && now - Date.parse(since) > late;

/** The parts of the service, except reconciliation. */
export function tilesOf(facts: Facts): Tile[] {
  const { issues, queue, writes, now } = facts;
  const openIssues = (test: (issue: IssueHead) => boolean) =>
    issues.filter((issue) => weighs(issue) && test(issue));
  const reads = openIssues(({ kind }) => kind === 'read');
  const lime = openIssues(({ kind, cause }) => kind === 'write' && cause.startsWith('lime-'));
  const written = openIssues(({ kind }) => kind === 'write');
  const events = openIssues(({ kind }) => /event$/.test(kind));
  const requests = openIssues(({ kind }) => kind === 'request');
  const otherwise = (system: 'billecta' | 'lime') =>
    facts.available[system]
      ? ({ otherwise: 'ok' } as const)
      : ({ otherwise: 'warning', otherCause: `${system}-unreachable` } as const);
  return [
    tile('billecta', reads, {
      number: sum(reads, ({ count }) => count),
      since: undefined,
      ...otherwise('billecta'),
    }),
    tile('lime', lime, {
      number: sum(lime, ({ count }) => count),
      since: undefined,
      ...otherwise('lime'),
    }),
    tile('webhooks', requests, {
      number: facts.eventsToday,
      since: facts.lastEventAt,
      otherwise: facts.lastEventAt === null ? 'unknown' : 'ok',
    }),
    facts.paused
      ? { id: 'processing', state: 'off', number: queue.depth, since: facts.paused.since, cause: null }
      : tile('processing', events, {
          number: queue.depth,
          since: queue.oldestReceivedAt,
          otherwise: isLate(queue.oldestReceivedAt, now) ? 'warning' : 'ok',
        }),
    tile('write-back', written, {
      number: writes.waiting,
      since: writes.oldestWantedAt,
      otherwise: isLate(writes.oldestWantedAt, now) ? 'warning' : 'ok',
    }),
  ];
}

/** @param since - undefined: since the first of the issues was seen */
function tile(
  id: Tile['id'],
  issues: readonly IssueHead[],
  {
    number,
    since,
    otherwise,
    otherCause = null,
  }: {
    number: number;
    since: string | null | undefined;
    otherwise: Tile['state'];
    otherCause?: Tile['cause'];
  },
): Tile {
  const [worst] = issues;
  return {
    id,
    state: worst && worst.severity !== 'info' ? worst.severity : otherwise,
    number,
    since: since === undefined ? oldest(issues.map(({ firstSeen }) => firstSeen)) : since,
    cause: worst?.cause ?? otherCause,
  };
}
