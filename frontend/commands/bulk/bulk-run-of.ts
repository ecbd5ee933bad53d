import type { CommandName } from '../../../bff/contract/command.ts';
import type { TaskInput } from '../../../bff/contract/task.ts';
import { rememberTask } from '../../bff/tasks/own-tasks.ts';
import { pageTasks } from '../../bff/tasks/page-tasks.ts';
import type { InvoiceSelection } from '../../bff/tasks/task-client.ts';
import type { BulkRun } from '../../components/bulk-dialog/bulk-run.ts';
import { invoiceUrl } from '../../host/invoice-url.ts';

/** What can be done about a selection, done by the BFF of one Lime application. */
export function runOf(
  application: string,
  limetype: string,
  command: CommandName,
  selection: InvoiceSelection,
): BulkRun {
  const { client, follow } = pageTasks(application, limetype);
  return {
    count: () => client.count(command, selection),
    begin: async (input, key) => {
      const id = await client.begin({ command, ...selection, ...input } satisfies TaskInput, key);
      rememberTask({ id, application, limetype, command });
      return follow(id);
    },
    underWay: async () =>
      (await client.mine()).find((task) => task.command === command && task.endedAt === null),
    follow,
    cancel: (taskId) => client.cancel(taskId),
    retryFailed: (taskId) => client.retryFailed(taskId),
    items: (taskId) => client.allItems(taskId),
    urlOf: (limeId) => invoiceUrl(limetype, limeId),
  };
}
