import type { TaskInput } from '../../contract/task.ts';
import { originOf } from '../commands/invoice-command.ts';
import { assertFutureDay } from '../commands/run-command.ts';
import type { LimeInvoice, Selected } from '../ports/lime.ts';
import type { NewItem, TaskRecord } from '../ports/store/tasks.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { selectForCommand, selectionOf } from './select-for-command.ts';

/**
 * Stores a command on many invoices, to be run in the background. Asks Lime here and now for the caller's right to each
 * of them; after that the service runs it on its own, for at most a day, and stores no credential.
 *
 * @returns the task's id
 * @throws Fault as {@link selectForCommand}; `invalid-request` when nothing is selected, or for a day that is over
 */
export async function createTask(context: CallerContext, input: TaskInput): Promise<string> {
  assertFutureDay(context, input.until);
  const selected = await selectForCommand(context, selectionOf(input), context.deadline());
  const items = toItems(context, selected);
  if (items.length === 0) throw new Fault('invalid-request', 'No invoice is selected.');
  const task = toTask(context, input);
  await context.store.tasks.add(context.database, task, items);
  await context.store.tasks.end(context.database, task.id, task.createdAt);
  const { id, command, requestedBy: by } = task;
  context.log.info({ task: id, command, by, invoices: items.length }, 'task begun');
  context.wake('tasks');
  return id;
}

function toItems(context: CallerContext, { found, missing }: Selected): NewItem[] {
  return [
    ...found.map((invoice) => toItem(context, invoice)),
    ...missing.map((limeId): NewItem => {
      const end = { state: 'failed', why: 'not-found', words: null } as const;
      return { limeId, actionPublicId: null, commandId: null, end };
    }),
  ];
}

function toItem(context: CallerContext, { limeId, actionPublicId }: LimeInvoice): NewItem {
  if (actionPublicId !== null) return { limeId, actionPublicId, commandId: context.newId(), end: null };
  return { limeId, actionPublicId, commandId: null, end: { state: 'refused', why: 'not-synced' } };
}

function toTask(
  context: CallerContext,
  { command, reason, comment, until, changeEnd }: TaskInput,
): TaskRecord {
  const now = instant(context);
  return {
    id: context.newId(),
    owner: context.owner,
    requestedBy: context.caller,
    origin: originOf(context.credential),
    command,
    reason: reason ?? null,
    comment: comment ?? null,
    until: until ?? null,
    changeEnd: changeEnd ?? false,
    createdAt: now,
    authorizedAt: now,
    cancelledAt: null,
    endedAt: null,
  };
}
