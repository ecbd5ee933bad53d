import type { CommandName } from '../../../bff/contract/command.ts';
import { ownTasksPlace as place, recall, remember } from '../memory.ts';

/** A task that this browser has begun, and whose end its user has not seen. */
interface OwnTask {
  id: string;
  application: string;
  limetype: string;
  command: CommandName;
  /** When it was begun, ms. */
  at: number;
}

const atMost = 10;

/** A task ends within a day; its outcome is offered for another one (ms). */
const keptFor = 2 * 24 * 60 * 60_000;

/** The tasks of an application that this browser has begun and whose end has not been seen, the oldest first. */
export const ownTasks = (application: string): OwnTask[] =>
  all().filter((task) => task.application === application);

export function rememberTask(task: Omit<OwnTask, 'at'>): void {
  keep([...all(), { ...task, at: Date.now() }]);
}

export function forgetTask(id: string): void {
  if (recall(place)) keep(all().filter((task) => task.id !== id));
}

function all(): OwnTask[] {
  try {
    const tasks = JSON.parse(recall(place) ?? '[]') as OwnTask[];
    return tasks.filter(({ at }) => Date.now() - at < keptFor);
  } catch {
    return [];
  }
}

const keep = (tasks: readonly OwnTask[]): void => remember(place, JSON.stringify(tasks.slice(-atMost)));
