import type { CommandName } from '../../../bff/contract/command.ts';
import type { TaskInput, TaskItem } from '../../../bff/contract/task.ts';
import { rememberTask } from '../../bff/tasks/own-tasks.ts';
import { pageTasks } from '../../bff/tasks/page-tasks.ts';
import type { InvoiceSelection } from '../../bff/tasks/task-client.ts';
import type { BulkRun } from '../../components/bulk-dialog/bulk-run.ts';
import { invoiceUrl } from '../../host/invoice-url.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';

/** What can be done about a selection, done by the BFF of one Lime application. */
export function runOf(
  application: string,
  limetype: string,
  command: CommandName,
  selection: InvoiceSelection,
): BulkRun {
  const { client, follow } = pageTasks(application, limetype);
  const begin = async (task: TaskInput, key: string) => {
    const id = await client.begin(task, key);
    rememberTask({ id, application, limetype, command: task.command });
    return follow(id);
  };
  return {
    count: () => client.count(command, selection),
    begin: (input, key) => begin({ command, ...selection, ...input }, key),
    undo: async (taskId, key) => {
      const changed = (await client.allItems(taskId)).filter(isChanged);
      return begin(
        { command: commandMeta[command].opposite, invoiceIds: changed.map(({ limeId }) => limeId) },
        key,
      );
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

/** A pause that was there already and got another end is not undone by resuming it. */
const isChanged = ({ outcome, remark }: TaskItem): boolean => outcome === 'done' && remark !== 'end-changed';
