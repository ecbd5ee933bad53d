import type { IssueKind, RetryIssueAnswer } from '../../../contract/admin/issues.ts';
import { ValueFault } from '../../../contract/admin/issues.ts';
import { Cause } from '../../../contract/cause.ts';
import { matchEvents } from '../../events/match-events.ts';
import type { EventFilter } from '../../ports/store/inbox.ts';
import { startReconciliation } from '../../reconciliation/start-reconciliation.ts';
import { type CallerContext, instant, type Work } from '../../shared/context.ts';
import { Fault } from '../../shared/fault.ts';
import { findIssue, type IssueHead } from './find-issues.ts';

/** The work that a retry wakes; events, unless it is one of these. */
const woken: Partial<Record<IssueKind, Work>> = { write: 'writes', value: 'writes', read: 'reads' };

/**
 * Has all that fails for one cause tried again now.
 *
 * @throws Fault `not-found` when nothing of the kind fails now, `invalid-request` when that is up to the sender or to
 *   the service itself
 */
export async function retryIssue(
  context: CallerContext,
  id: string,
  { dryRun }: { dryRun: boolean },
): Promise<RetryIssueAnswer> {
  const issue = await findIssue(context, id);
  if (!issue.retryable) throw new Fault('invalid-request', 'This cannot be tried again from here.');
  if (dryRun) return { matched: issue.count, requeued: 0 };
  if (issue.kind === 'reconciliation') {
    await startReconciliation(context, {});
    return { matched: 1, requeued: 1 };
  }
  const requeued = await requeue(context, issue);
  context.wake(woken[issue.kind] ?? 'events');
  context.log.info({ caller: context.caller, issue: id, requeued }, 'issue tried again');
  return { matched: issue.count, requeued };
}

async function requeue(context: CallerContext, { kind, cause: named }: IssueHead): Promise<number> {
  const { failures } = context.store.admin;
  const at = instant(context);
  if (kind === 'value') {
    context.limeWriter.clearRefusals();
    return failures.requeueLeftOut(context.database, ValueFault.parse(named), at);
  }
  const cause = Cause.parse(named);
  if (kind === 'write' || kind === 'read') return failures.requeue(context.database, kind, cause, at);
  let requeued = 0;
  for await (const ids of matchEvents(context, eventsOf(kind, cause)))
    requeued += await context.store.inbox.requeue(
      context.database,
      ids,
      at,
      kind === 'failing-event' ? 'failing' : 'completed',
    );
  return requeued;
}

/** The events of an issue; null when it is not about events. */
function eventsOf(kind: IssueKind, cause: Cause): EventFilter | null {
  switch (kind) {
    case 'event':
      return { states: ['dead'], causes: [cause] };
    case 'unreadable-event':
      return { states: ['unreadable'] };
    case 'failing-event':
      return { failing: true, causes: [cause] };
    default:
      return null;
  }
}
