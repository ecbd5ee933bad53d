import type { TaskRecord } from '../ports/store/tasks.ts';
import type { CallerContext } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/**
 * Opens a task of the caller's own. Lime still has to know the caller, though the task is stored here.
 *
 * @throws Fault `not-found` for one that does not exist or has another owner; as Lime answers the caller
 */
export async function authorizeTask(context: CallerContext, id: string): Promise<TaskRecord> {
  await requireKnown(context);
  const task = await context.store.tasks.get(context.database, context.owner, id);
  if (!task) throw new Fault('not-found', 'There is no such task, or it is not yours.');
  return task;
}

/** @throws Fault `unauthenticated` when Lime does not know the caller */
export async function requireKnown(context: CallerContext): Promise<void> {
  await context.lime.requireKnown(context.credential, context.deadline());
}
