import type { TaskProgress } from '../../contract/task.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { authorizeTask } from './authorize-task.ts';
import { presentTask, publishTask } from './present-task.ts';

/**
 * Cancels the items that have not begun; those in progress are finished. A task that has ended stays as it is.
 *
 * @throws as {@link authorizeTask}
 */
export async function cancelTask(context: CallerContext, id: string): Promise<TaskProgress> {
  const { database, store } = context;
  const task = await authorizeTask(context, id);
  await store.tasks.cancel(database, id, instant(context));
  await store.tasks.end(database, id, instant(context));
  await publishTask(context, task);
  return presentTask(context, (await store.tasks.get(database, task.owner, id)) ?? task);
}
