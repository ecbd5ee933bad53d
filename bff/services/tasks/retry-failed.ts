import type { TaskProgress } from '../../contract/task.ts';
import type { RequeuedItem } from '../ports/store/tasks.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { authorizeTask } from './authorize-task.ts';
import { presentTask, publishTask } from './present-task.ts';
import { selectForCommand } from './select-for-command.ts';

/**
 * Retries the invoices that failed. Asks Lime again what the caller may do; invoices that the caller may not read, or
 * that are not synced, stay failed.
 *
 * @throws Fault as {@link authorizeTask} and {@link selectForCommand}
 */
export async function retryFailed(context: CallerContext, id: string): Promise<TaskProgress> {
  const { database, store } = context;
  const task = await authorizeTask(context, id);
  const page = { after: -1, limit: context.largestTask, states: ['failed'] } as const;
  const failed = await store.tasks.items(database, id, page);
  const ids = failed.map(({ limeId }) => limeId);
  const { found } = await selectForCommand(context, { ids }, context.deadline());
  const actionPublicIdOf = new Map(found.map(({ limeId, actionPublicId }) => [limeId, actionPublicId]));
  const requeued = failed.flatMap(({ position, limeId }): RequeuedItem[] => {
    const actionPublicId = actionPublicIdOf.get(limeId);
    return actionPublicId ? [{ position, actionPublicId, commandId: context.newId() }] : [];
  });
  await store.tasks.requeue(database, id, requeued, instant(context));
  context.wake('tasks');
  await publishTask(context, task);
  return presentTask(context, (await store.tasks.get(database, task.owner, id)) ?? task);
}
