import type { TaskProgress } from '../../../bff/contract/task.ts';
import { faultOf } from '../../bff/bff-error.ts';
import { forgetTask, ownTasks } from '../../bff/tasks/own-tasks.ts';
import { pageTasks } from '../../bff/tasks/page-tasks.ts';
import type { TaskClient } from '../../bff/tasks/task-client.ts';
import { platformPort } from '../../host/platform-port.ts';
import type { LimeWebComponentPlatform } from '../../host/types.ts';
import { loadTranslator } from '../../i18n/load-translator.ts';
import { followInBackground } from './bulk-dialog-opener.ts';
import { runOf } from './bulk-run-of.ts';

/** A task has its invoices already: there is nothing to count or to begin. */
const nothingSelected = { filter: { key: '_id', op: 'IN', exp: [] } };

/**
 * Offers the tasks that this browser began before the page was loaded and whose end its user has not seen: what is under
 * way, and how it has ended.
 */
export async function offerOwnTasks(platform: LimeWebComponentPlatform): Promise<void> {
  const host = platformPort(platform);
  const { name, language } = host.application();
  for (const { id, limetype, command } of ownTasks(name)) {
    const { client, follow } = pageTasks(name, limetype);
    const progress = await progressOf(client, id);
    if (!progress) continue;
    const follower = follow(id);
    follower.learn(progress);
    const run = runOf(name, limetype, command, nothingSelected);
    const opening = { command, run, value: {}, commentsGo: undefined, everything: false };
    followInBackground(host, await loadTranslator(language), opening, follower);
  }
}

/** Undefined when it cannot be read now, or is not there any more. */
async function progressOf(client: TaskClient, id: string): Promise<TaskProgress | undefined> {
  try {
    return await client.progress(id);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'problem' && fault.problem.code === 'not-found') forgetTask(id);
    return undefined;
  }
}
