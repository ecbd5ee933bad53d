import { expect } from 'vitest';
import type { Task, TaskInput, TaskItem } from '../../../bff/contract/task.ts';
import type { Caller, Reply } from './caller.ts';
import { eventually } from './eventually.ts';
import type { Harness } from './start.ts';

type Input = Partial<TaskInput>;

/** Begins a task. @returns its id */
export async function begin(caller: Caller, input: Input): Promise<string> {
  const reply = (await caller.post('tasks', JSON.stringify(input))) as Reply<{ taskId: string }>;
  expect(reply.status, JSON.stringify(reply.body)).toBe(202);
  return reply.body.taskId;
}

export const look = async (caller: Caller, id: string, query = '?limit=500'): Promise<Task> =>
  ((await caller.get(`tasks/${id}${query}`)) as Reply<Task>).body;

/** The task when nothing of it waits any more. */
export const ended = (caller: Caller, id: string): Promise<Task> =>
  eventually(async () => {
    const task = await look(caller, id);
    expect(task.endedAt, JSON.stringify(task)).toMatch(/Z$/);
    return task;
  });

/** Each invoice with what has come of it and why, in order. */
export const outcomes = (task: Task): string[] =>
  task.items.map(({ outcome, reason, code }: TaskItem) =>
    [outcome, reason ?? code].filter(Boolean).join(' '),
  );

/** How often Billecta was sent a command about an invoice. */
export const sent = (harness: Harness, command: string, actionPublicId: string): number =>
  harness.billecta.calls.filter(
    ({ operation, path }) => operation === command && path.includes(actionPublicId),
  ).length;

/** Lets invoices that wait to be tried again have their turn. */
export async function letTimePass(harness: Harness): Promise<void> {
  await harness.store.db
    .updateTable('task_item')
    .set({ next_attempt_at: new Date().toISOString() })
    .where('state', '=', 'waiting')
    .execute();
}
