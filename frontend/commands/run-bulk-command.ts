import type { CommandName } from '../../bff/contract/command.ts';
import type { TaskInput } from '../../bff/contract/task.ts';
import { pageTasks } from '../bff/page-tasks.ts';
import type { InvoiceSelection } from '../bff/task-client.ts';
import type { BulkRun } from '../components/bulk-dialog/bulk-run.ts';
import type { Host } from '../host/platform-port.ts';
import { loadTranslator } from '../i18n/load-translator.ts';
import type { InvoicesCommand } from './bulk-commands.ts';
import { openBulkDialog } from './bulk-dialog-opener.ts';
import { presetOf } from './command-params.ts';
import { readSelection } from './read-selection.ts';

/** Commands whose dialog is open, so that a double click opens one. */
const open = new Set<CommandName>();

/**
 * Runs one of the four commands on the selected invoices: counts, asks, begins, and shows how it goes on. Resolves when
 * the user has left the dialog; a task that is still under way then tells by a toast how it has ended.
 */
export async function runBulkCommand(host: Host, name: CommandName, command: InvoicesCommand): Promise<void> {
  const { name: application, language } = host.application();
  const t = await loadTranslator(language);
  const selection = readSelection(command);
  if (!selection) return host.notify(t.text('bulk.select'));
  if (open.has(name)) return;
  open.add(name);
  try {
    const run = runOf(application, name, selection);
    const value = presetOf(command, new Date());
    const everything = selection.filter === null && !selection.parent;
    await openBulkDialog(host, t, { command: name, run, value, everything });
  } finally {
    open.delete(name);
  }
}

function runOf(application: string, command: CommandName, selection: InvoiceSelection): BulkRun {
  const { client, follow } = pageTasks(application);
  return {
    count: () => client.count(command, selection),
    begin: async (input, key) =>
      follow(await client.begin({ command, ...selection, ...input } satisfies TaskInput, key)),
    underWay: async () =>
      (await client.mine()).find((task) => task.command === command && task.endedAt === null),
    follow,
    cancel: (taskId) => client.cancel(taskId),
    retryFailed: (taskId) => client.retryFailed(taskId),
    csvUrl: (taskId) => client.csvUrl(taskId),
  };
}
