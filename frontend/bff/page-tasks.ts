import { pageStatuses } from './page-statuses.ts';
import { type TaskClient, taskClient } from './task-client.ts';
import { TaskFollower } from './task-follower.ts';

/** The page's tasks of one Lime application. */
export interface PageTasks {
  client: TaskClient;
  /** Follows a task; the page's one live stream tells of it too. */
  follow(taskId: string): TaskFollower;
}

export function pageTasks(applicationName: string): PageTasks {
  const client = taskClient(applicationName);
  const statuses = pageStatuses(applicationName);
  return {
    client,
    follow(taskId) {
      const follower = new TaskFollower(client, taskId);
      follower.atEnd(statuses.onTask((progress) => follower.learn(progress)));
      return follower;
    },
  };
}
