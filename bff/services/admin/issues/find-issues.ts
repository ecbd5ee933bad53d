import { z } from 'zod';
import type { Issue } from '../../../contract/admin/issues.ts';
import { IssueKind, RejectionReason, ValueFault } from '../../../contract/admin/issues.ts';
import { Cause } from '../../../contract/cause.ts';
import type { FailureGroup, FailureMark, FailureSample } from '../../ports/store/admin/failures.ts';
import type { Context } from '../../shared/context.ts';
import { instantIn } from '../../shared/context.ts';
import { Fault } from '../../shared/fault.ts';
import { failingLong } from '../checks/readiness.ts';
import { mentions } from '../events/present-event.ts';
import { listKeys } from '../list-rejected.ts';
import { remedyFor, severityOf } from './classify.ts';
import { valueProblems } from './value-problems.ts';

type Asking = Pick<Context, 'store' | 'database' | 'now' | 'setup' | 'failing' | 'limeWriter' | 'billecta'>;

/** How long a rejected request is an issue, ms. */
const recent = 24 * 60 * 60 * 1000;

/** Fewer requests with a wrong key are no issue where the configured keys work: anybody may have sent them. */
const strangersAtMost = 2;

const samplesAtMost = 20;

/** An issue without the details that need a lookup of their own. */
export type IssueHead = Omit<Issue, 'invoices' | 'values' | 'message'>;

/** All that fails now, errors first, then the newest; includes dismissed issues. */
export async function issueHeads(context: Asking): Promise<IssueHead[]> {
  const { store, database } = context;
  const lastUse =
    (await listKeys(context))
      .map(({ lastUsedAt }) => lastUsedAt ?? '')
      .sort()
      .at(-1) ?? '';
  const [groups, reconciliation, marks] = await Promise.all([
    store.admin.failures.groups(database, { requests: instantIn(context, -recent), wrongKey: lastUse }),
    failedReconciliation(context),
    store.admin.failures.marks(database),
  ]);
  const isStranger = ({ cause, count }: FailureGroup) =>
    cause === 'unauthenticated' && lastUse !== '' && count <= strangersAtMost;
  return [
    ...groups.filter((group) => !isStranger(group)),
    ...reconciliation,
    ...failingWorkers(context),
    ...askedToWait(context),
  ]
    .map((group) => toHead(group, marks))
    .sort(byWeight);
}

/** The issues with the invoices that they are about. */
export async function findIssues(context: Asking, { dismissed }: { dismissed: boolean }): Promise<Issue[]> {
  const heads = (await issueHeads(context)).filter((head) => dismissed || head.dismissed === null);
  return Promise.all(heads.map((head) => withInvoices(context, head)));
}

/** @throws Fault `not-found` when nothing of the kind fails now */
export async function findIssue(context: Asking, id: string): Promise<IssueHead> {
  const head = (await issueHeads(context)).find((issue) => issue.id === id);
  if (!head) throw new Fault('not-found', `There is no issue ${id} any more.`);
  return head;
}

/** The last comparison of all open invoices, if it failed; the next one is planned unless that is switched off. */
async function failedReconciliation({ store, database, setup }: Asking): Promise<FailureGroup[]> {
  const run = await store.reconciliations.last(database, 'open', 'any');
  if (run?.state !== 'failed') return [];
  const at = run.finishedAt ?? run.startedAt;
  const waiting = setup.reconcileEveryMinutes > 0 ? 1 : 0;
  const cause = run.failure?.cause ?? 'bug';
  return [
    { kind: 'reconciliation', cause, count: 1, waiting, nextAttemptAt: null, firstSeen: at, lastSeen: at },
  ];
}

/** Work that has failed for long; it goes on trying. */
function failingWorkers(context: Asking): FailureGroup[] {
  const failures = failingLong(context);
  const [first] = failures.map(({ since }) => since).sort();
  const last = failures
    .map((failure) => failure.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const count = failures.length;
  const seen = { firstSeen: first, lastSeen: last };
  return [{ kind: 'worker-failing', cause: 'bug', count, waiting: count, nextAttemptAt: null, ...seen }];
}

/** The systems that have asked the service to wait, and until when. */
const waits = ({ billecta, limeWriter }: Asking): Array<{ who: string; ms: number }> =>
  [
    { who: 'Billecta', ms: billecta.askedToWait() },
    { who: 'Lime', ms: limeWriter.askedToWait() },
  ].filter(({ ms }) => ms > 0);

function askedToWait(context: Asking): FailureGroup[] {
  const asked = waits(context);
  if (asked.length === 0) return [];
  const count = asked.length;
  const nextAttemptAt = instantIn(context, Math.min(...asked.map(({ ms }) => ms)));
  const now = context.now().toISOString();
  const seen = { firstSeen: now, lastSeen: now };
  return [{ kind: 'asked-to-wait', cause: 'rate-limited', count, waiting: count, nextAttemptAt, ...seen }];
}

const AnyCause = z.union([Cause, RejectionReason, ValueFault]);

/** What an issue's id says. */
export function causeOfIssue(id: string): Pick<Issue, 'kind' | 'cause'> {
  const [kind, cause] = id.split('.');
  return { kind: IssueKind.parse(kind), cause: AnyCause.parse(cause) };
}

function toHead(group: FailureGroup, marks: readonly FailureMark[]): IssueHead {
  const kind = IssueKind.parse(group.kind);
  const id = `${kind}.${group.cause}`;
  const cause = AnyCause.parse(group.cause);
  const { count, waiting, nextAttemptAt, firstSeen, lastSeen } = group;
  const markOf = (what: FailureMark['mark'], until: string) => {
    const mark = marks.find(({ issue, mark }) => issue === id && mark === what);
    return mark && mark.at >= until ? { at: mark.at, by: mark.by } : null;
  };
  return {
    id,
    kind,
    cause,
    severity: severityOf(kind, cause, group),
    remedy: remedyFor(cause),
    count,
    waiting,
    nextAttemptAt,
    firstSeen,
    lastSeen,
    retryable: kind !== 'request' && kind !== 'worker-failing' && kind !== 'asked-to-wait',
    // One that began after it was acknowledged is another; one that has grown since it was dismissed is back.
    acknowledged: markOf('acknowledged', firstSeen),
    dismissed: markOf('dismissed', lastSeen),
  };
}

const weights = { error: 0, warning: 1, info: 2 } as const;

const byWeight = (a: IssueHead, b: IssueHead) =>
  weights[a.severity] - weights[b.severity] || b.lastSeen.localeCompare(a.lastSeen);

async function withInvoices(context: Asking, head: IssueHead): Promise<Issue> {
  const { kind, cause } = head;
  const { failures } = context.store.admin;
  if (kind === 'reconciliation') {
    const run = await context.store.reconciliations.last(context.database, 'open', 'any');
    return { ...head, invoices: [], values: [], message: run?.failure?.message ?? null };
  }
  if (kind === 'value') {
    const values = await valueProblems(context, ValueFault.parse(cause), samplesAtMost);
    return { ...head, invoices: [], values, message: null };
  }
  if (kind === 'asked-to-wait') {
    const said = waits(context).map(({ who, ms }) => `${who}: ${instantIn(context, ms)}`);
    return { ...head, invoices: [], values: [], message: said.join('\n') || null };
  }
  if (kind === 'worker-failing') {
    const said = failingLong(context).map(({ worker, message }) => `${worker}: ${message}`);
    return { ...head, invoices: [], values: [], message: said.join('\n') || null };
  }
  if (head.severity === 'info') {
    const invoices = await context.store.admin.objects.missing(context.database, samplesAtMost);
    return { ...head, invoices, values: [], message: null };
  }
  const samples = await failures.samples(context.database, kind, cause, samplesAtMost);
  const ids = samples.map(({ actionPublicId }) => actionPublicId);
  const known = await mentions(context, ids);
  return {
    ...head,
    invoices: [...new Set(ids)].flatMap((id) => known.get(id) ?? []),
    values: [],
    message: messageOf(samples),
  };
}

const messageOf = (samples: readonly FailureSample[]) =>
  samples.find(({ message }) => message !== null)?.message ?? null;
