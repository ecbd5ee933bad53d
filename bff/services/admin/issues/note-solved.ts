import type { Solved } from '../../../contract/admin/status.ts';
import type { FailureMark } from '../../ports/store/admin/failures.ts';
import { type Context, instant, instantIn } from '../../shared/context.ts';
import { causeOfIssue, type IssueHead, issueHeads } from './find-issues.ts';

/** How long it is told that an issue is over, ms. */
const toldFor = 60 * 60 * 1000;

/** What is no failure, or ends because time passes. */
const passes = ({ kind, cause, severity }: Pick<IssueHead, 'kind' | 'cause' | 'severity'>) =>
  severity === 'info' || kind === 'asked-to-wait' || (kind === 'request' && cause !== 'unauthenticated');

const by = 'service';

/** Stores when an issue has begun and when it was over, so that whoever comes later can be told. */
export async function noteSolved(context: Context): Promise<boolean> {
  const { database, store } = context;
  const heads = await issueHeads(context);
  const spans = spansOf(await store.admin.failures.marks(database));
  const at = instant(context);
  const mark = (issue: string, mark: FailureMark['mark'], at: string) =>
    store.admin.failures.mark(database, { issue, mark, at, by });
  for (const { id, firstSeen, ...head } of heads) {
    const span = spans.get(id);
    if (passes(head) || head.dismissed || span?.solved === null) continue;
    await mark(id, 'failing', span?.solved && firstSeen <= span.solved ? at : firstSeen);
  }
  const failing = new Set(heads.map(({ id }) => id));
  for (const [id, { solved }] of spans) if (solved === null && !failing.has(id)) await mark(id, 'solved', at);
  return false;
}

/** The issue that was over last, unless that is long ago. */
export async function lastSolved(
  context: Pick<Context, 'store' | 'database' | 'now'>,
): Promise<Solved | null> {
  const spans = spansOf(await context.store.admin.failures.marks(context.database));
  const since = instantIn(context, -toldFor);
  const [last] = [...spans]
    .flatMap(([id, { since, solved }]) => (solved === null ? [] : [{ id, since, at: solved }]))
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at));
  return last ? { ...causeOfIssue(last.id), since: last.since, at: last.at } : null;
}

/** When each issue has begun last, and when that was over; null while it is not. */
function spansOf(marks: readonly FailureMark[]): Map<string, { since: string; solved: string | null }> {
  const solvedAt = new Map(marks.flatMap(({ issue, mark, at }) => (mark === 'solved' ? [[issue, at]] : [])));
  return new Map(
    marks
      .filter(({ mark }) => mark === 'failing')
      .map(({ issue, at }) => {
        const solved = solvedAt.get(issue) ?? '';
        return [issue, { since: at, solved: solved >= at ? solved : null }];
      }),
  );
}
