import type { Task, TaskProgress } from '../../contract/task.ts';
import type { ItemPage } from '../ports/store/tasks.ts';
import type { CallerContext } from '../shared/context.ts';
import { authorizeTask, requireKnown } from './authorize-task.ts';
import { namesOf, presentItems, presentTask, presentTasks } from './present-task.ts';

/** The number of a caller's tasks that are returned. */
const atMost = 20;

/** The caller's tasks, those under way first, then the newest. */
export async function listTasks(context: CallerContext): Promise<TaskProgress[]> {
  await requireKnown(context);
  return tasksOf(context);
}

/** The same, for a caller whom Lime has just authenticated. */
export async function tasksOf(context: CallerContext): Promise<TaskProgress[]> {
  return presentTasks(
    context,
    await context.store.tasks.findByOwner(context.database, context.owner, atMost),
  );
}

/**
 * The progress of a task, and the outcomes of its invoices, in the order of the selection.
 *
 * @throws as {@link authorizeTask}
 */
export async function getTask(
  context: CallerContext,
  id: string,
  { names, ...page }: ItemPage & { names: boolean },
): Promise<Task> {
  const task = await authorizeTask(context, id);
  const items = await context.store.tasks.items(context.database, id, page);
  const { reason, comment, until } = task;
  return {
    ...(await presentTask(context, task)),
    reason,
    comment,
    until,
    items: await presentItems(context, items, names ? await namesOf(context, items) : undefined),
    next: items.length === page.limit ? (items.at(-1)?.position ?? null) : null,
  };
}
