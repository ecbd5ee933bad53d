import type { NotAllowedReason } from '../../contract/invoice-status.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { ItemRemark, TaskItem, TaskOutcome, TaskProgress, TaskState } from '../../contract/task.ts';
import type { ItemRecord, ItemWhy, Tally, TaskRecord } from '../ports/store/tasks.ts';
import type { CallerContext, Context } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/** How far tasks have come, in the order given. */
export async function presentTasks(context: Context, tasks: readonly TaskRecord[]): Promise<TaskProgress[]> {
  const tallies = await context.store.tasks.tally(
    context.database,
    tasks.map(({ id }) => id),
  );
  return tasks.map((task) =>
    toProgress(
      task,
      tallies.filter(({ taskId }) => taskId === task.id),
    ),
  );
}

export async function presentTask(context: Context, task: TaskRecord): Promise<TaskProgress> {
  const [progress] = await presentTasks(context, [task]);
  return progress ?? toProgress(task, []);
}

/**
 * Publishes the task's progress to its owner's open pages. One at a time for a task, since of two the one that has read
 * more might be sent first.
 */
export async function publishTask(context: Context, { owner, id }: TaskRecord): Promise<void> {
  const { database, liveTasks, locks, store } = context;
  if (!liveTasks.isWatched(database, owner)) return;
  await locks.run(`${database}/task/${id}`, async () => {
    const task = await store.tasks.get(database, owner, id);
    if (task) liveTasks.publish(database, owner, await presentTask(context, task));
  });
}

/**
 * Invoices of a task, with their numbers and amounts in Billecta.
 *
 * @param names - what Lime calls them; asking costs the caller's share of Lime's calls
 */
export async function presentItems(
  context: Context,
  items: readonly ItemRecord[],
  names: ReadonlyMap<number, string> = new Map(),
): Promise<TaskItem[]> {
  const ids = items.flatMap(({ actionPublicId }) => actionPublicId ?? []);
  const records = await context.store.invoices.getMany(context.database, ids);
  const invoices = new Map(records.map((each) => [each.actionPublicId, each.snapshot?.invoice]));
  return items.map(({ position, limeId, actionPublicId, state, why, words, endedAt }) => {
    const invoice = invoices.get(actionPublicId ?? '');
    const { amounts } = invoice ?? {};
    return {
      position,
      limeId,
      name: names.get(limeId) ?? null,
      actionPublicId,
      invoiceNumber: invoice?.invoiceNumber ?? null,
      current: amounts ? { amount: amounts.current, currency: amounts.currency } : null,
      outcome: state,
      ...toWhy(state, why),
      ...(words !== null && { billectaMessage: words }),
      endedAt,
    };
  });
}

/** Ids in one question to Lime, which is an address. */
const namesOfOneQuestion = 200;

/** What Lime calls the invoices; nothing of those that it does not tell now. */
export async function namesOf(
  { lime, credential, deadline }: CallerContext,
  items: readonly ItemRecord[],
): Promise<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  for (let from = 0; from < items.length; from += namesOfOneQuestion) {
    const ids = items.slice(from, from + namesOfOneQuestion).map(({ limeId }) => limeId);
    const found = await lime.readNames(credential, ids, deadline()).catch(noneOnFault);
    for (const [id, name] of found) names.set(id, name);
  }
  return names;
}

const noneOnFault = (error: unknown): ReadonlyMap<number, string> => {
  if (error instanceof Fault) return new Map();
  throw error;
};

function toProgress(task: TaskRecord, tallies: readonly Tally[]): TaskProgress {
  const count = (outcome: TaskOutcome) =>
    tallies.reduce((sum, each) => sum + (each.state === outcome ? each.count : 0), 0);
  return {
    id: task.id,
    command: task.command,
    state: stateOf(task),
    total: tallies.reduce((sum, each) => sum + each.count, 0),
    counts: {
      waiting: count('waiting'),
      done: count('done'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      failed: count('failed'),
      cancelled: count('cancelled'),
    },
    whys: tallies
      .flatMap(({ state, why, count }) =>
        why === null ? [] : [{ outcome: state, ...toWhy(state, why), count }],
      )
      .sort((one, other) => other.count - one.count),
    createdAt: task.createdAt,
    endedAt: task.endedAt,
  };
}

function stateOf({ cancelledAt, endedAt }: TaskRecord): TaskState {
  if (endedAt === null) return cancelledAt === null ? 'running' : 'cancelling';
  return cancelledAt === null ? 'finished' : 'cancelled';
}

/** The value of one column: why an invoice was refused, what failed, or a remark. */
function toWhy(
  outcome: TaskOutcome,
  why: ItemWhy | null,
): { reason?: NotAllowedReason; code?: ProblemCode; remark?: ItemRemark } {
  if (why === null) return {};
  switch (outcome) {
    case 'refused':
      return { reason: why as NotAllowedReason };
    case 'done':
    case 'unchanged':
      return { remark: why as ItemRemark };
    default:
      return { code: why as ProblemCode };
  }
}
