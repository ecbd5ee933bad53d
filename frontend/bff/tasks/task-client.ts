import type {
  LimeFilter,
  LimeParent,
  Task,
  TaskCount,
  TaskInput,
  TaskItem,
  TaskOutcome,
  TaskProgress,
} from '../../../bff/contract/task.ts';
import { request } from '../request.ts';

/** Invoices as Lime's table hands them to a command; null is all of them. */
export interface InvoiceSelection {
  filter: LimeFilter | null;
  parent?: LimeParent;
}

/** The BFF's tasks of one Lime application. Every call may throw a `BffError`. */
export interface TaskClient {
  count(command: TaskInput['command'], selection: InvoiceSelection): Promise<TaskCount>;
  /** @param key - identifies this request, so that it is carried out only once. @returns the task's id */
  begin(input: TaskInput, key: string): Promise<string>;
  /** The user's own, those under way first. */
  mine(): Promise<TaskProgress[]>;
  progress(id: string): Promise<TaskProgress>;
  /** Invoices that ended so, at most 500, with their names in Lime. */
  items(id: string, outcomes: readonly TaskOutcome[]): Promise<TaskItem[]>;
  /** All invoices, in the order of the selection. */
  allItems(id: string): Promise<TaskItem[]>;
  retryFailed(id: string): Promise<TaskProgress>;
  cancel(id: string): Promise<TaskProgress>;
}

/** @param limetype - of the records that are selected; the BFF refuses those that are no invoices */
export function taskClient(applicationName: string, limetype: string): TaskClient {
  const base = `/${encodeURIComponent(applicationName)}/limepkg-billecta-integration/tasks`;
  const records = new URLSearchParams({ limetype });
  return {
    count: (command, selection) => request('POST', `${base}/count?${records}`, { command, ...selection }),
    begin: async (input, key) =>
      (await request<{ taskId: string }>('POST', `${base}?${records}`, input, { 'idempotency-key': key }))
        .taskId,
    mine: () => request('GET', base),
    progress: (id) => request('GET', `${base}/${id}?limit=0`),
    items: async (id, outcomes) =>
      (await request<Task>('GET', `${base}/${id}?limit=500&names=true&outcomes=${outcomes.join(',')}`)).items,
    allItems: async (id) => {
      const all: TaskItem[] = [];
      for (let after: number | null = -1; after !== null; ) {
        const page: Task = await request('GET', `${base}/${id}?limit=500&names=true&after=${after}`);
        all.push(...page.items);
        after = page.next;
      }
      return all;
    },
    retryFailed: (id) => request('POST', `${base}/${id}/retry-failed`),
    cancel: (id) => request('POST', `${base}/${id}/cancel`),
  };
}
