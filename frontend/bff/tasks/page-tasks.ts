import { pageStatuses } from '../page-statuses.ts';
import { type TaskClient, taskClient } from './task-client.ts';
import { TaskFollower } from './task-follower.ts';

/** Tasks as the page's commands and dialogs use them. */
export interface PageTasks {
  client: TaskClient;
  /** Follows a task; the page's one live stream reports its progress too. */
  follow(taskId: string): TaskFollower;
}

/**
 * The page's tasks of one Lime application.
 *
 * @param limetype - of the records that they are about
 */
export function pageTasks(applicationName: string, limetype: string): PageTasks {
  const client = taskClient(applicationName, limetype);
  const statuses = pageStatuses(applicationName, limetype);
  return {
    client,
    follow(taskId) {
      const follower = new TaskFollower(client, taskId);
      follower.atEnd(statuses.onTask((progress) => follower.learn(progress)));
      return follower;
    },
  };
}
