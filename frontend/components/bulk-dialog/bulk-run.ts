import type { TaskCount, TaskItem, TaskProgress } from '../../../bff/contract/task.ts';
import type { TaskFollower } from '../../bff/tasks/task-follower.ts';
import type { CommandDialogInput } from '../../shared/commands/command-input.ts';

/** What the dialog can have done about a selection. Every call may reject with a `BffError`. */
export interface BulkRun {
  /** On how many invoices the command can be run. */
  count(): Promise<TaskCount>;
  /** Begins the task. @param key - of this request; the same key again begins nothing new */
  begin(input: CommandDialogInput, key: string): Promise<TaskFollower>;
  /** The task of the same command that is under way already. */
  underWay(): Promise<TaskProgress | undefined>;
  follow(taskId: string): TaskFollower;
  cancel(taskId: string): Promise<TaskProgress>;
  retryFailed(taskId: string): Promise<TaskProgress>;
  /** Begins the opposite command on the invoices that the task has changed. @param key - as of `begin` */
  undo(taskId: string, key: string): Promise<TaskFollower>;
  /** Every invoice of the task. */
  items(taskId: string): Promise<TaskItem[]>;
  /** The address of an invoice in Lime. */
  urlOf(limeId: number): string;
}

/** How the dialog was left: with a task, or nothing begun. */
export interface BulkDialogEnd {
  follower?: TaskFollower;
}
