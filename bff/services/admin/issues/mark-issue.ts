import { type CallerContext, instant } from '../../shared/context.ts';
import { findIssue } from './find-issues.ts';

/**
 * Acknowledges or dismisses an issue. Deletes nothing; the issue returns automatically.
 *
 * @throws Fault `not-found` when nothing of the kind fails now
 */
export async function markIssue(
  context: CallerContext,
  id: string,
  mark: 'acknowledged' | 'dismissed',
): Promise<void> {
  const issue = await findIssue(context, id);
  const at = instant(context);
  await context.store.admin.failures.mark(context.database, {
    issue: issue.id,
    mark,
    at,
    by: context.caller,
  });
  context.log.info({ caller: context.caller, issue: id, mark }, 'issue marked');
}
