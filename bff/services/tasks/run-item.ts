import type { ItemRemark } from '../../contract/task.ts';
import type { Command } from '../../domain/command.ts';
import { commandMeta } from '../../domain/invoice/command-meta.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { itemRetryDelay } from '../../domain/item-retry.ts';
import type { CommandRun } from '../commands/command-order.ts';
import { runCommand } from '../commands/run-command.ts';
import { refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { DueItem, ItemEnd, ItemRetry } from '../ports/store/tasks.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/** The next state of an invoice after an attempt. */
export type Next = { end: ItemEnd } | { retry: ItemRetry };

/** How long Lime's answer about the creator's rights is valid, ms. */
const authorityLasts = 24 * 60 * 60 * 1000;

/** Transient failures. */
const passing: readonly Fault['code'][] = [
  'billecta-unreachable',
  'billecta-timeout',
  'billecta-failed',
  'storage-unavailable',
];

/**
 * Runs a task's command on one invoice, in the same way as any other command. The item's previous holder may have died:
 * the outcome of a command that is written down already is found out, and the command is not sent again.
 *
 * @param stopping - the service stops, so that a failure now does not count
 */
export async function runItem(
  context: Context,
  item: DueItem,
  signal: AbortSignal,
  stopping: AbortSignal,
): Promise<Next> {
  try {
    const written = await context.store.commands.get(context.database, item.commandId);
    if (written) return await followUp(context, item, written, signal);
    if (item.task.cancelledAt !== null) return { end: { state: 'cancelled' } };
    if (isExpired(context, item)) return { end: { state: 'failed', why: 'task-expired', words: null } };
    const isOvertaken = () => hasNewerOpposite(context, item);
    return {
      end: endOf(await runCommand(context, { ...orderOf(item), isOfTask: true, isOvertaken }, signal)),
    };
  } catch (error) {
    const { attempts, commandId } = item;
    if (stopping.aborted) return { retry: { at: instant(context), attempts, commandId } };
    return afterFailure(context, item, error);
  }
}

/** The most commands on an invoice that are looked at for a newer one. */
const newestCommands = 20;

/**
 * Whether the opposite has been ordered since the task was: the newer order counts, however long the task has waited.
 */
async function hasNewerOpposite(
  { store, database }: Context,
  { actionPublicId, task }: DueItem,
): Promise<boolean> {
  const last = await store.commands.findByInvoice(database, actionPublicId, newestCommands);
  const opposites = last.filter(
    ({ command, state }) =>
      command === commandMeta[task.command].opposite && state !== 'refused' && state !== 'failed',
  );
  const orderedAt = await store.tasks.orderedAt(
    database,
    opposites.map(({ id }) => id),
  );
  return opposites.some(({ id, requestedAt }) => (orderedAt.get(id) ?? requestedAt) > task.authorizedAt);
}

/** A pause that was there already is done with when its end has changed, as was asked for. */
function endOf({ result: { name, changed, endChanged }, invoiceState }: CommandRun): ItemEnd {
  if (endChanged) return { state: 'done', why: 'end-changed' };
  return {
    state: changed ? 'done' : 'unchanged',
    why: stillStopped(name, invoiceState?.record.snapshot?.invoice),
  };
}

/** Starting collection again, of an invoice that is stopped for another reason too, starts nothing. */
function stillStopped(command: Command, invoice: Invoice | undefined): ItemRemark | null {
  if (command === 'cancel-dispute' && invoice?.paused) return 'still-paused';
  return command === 'resume' && invoice && invoice.disputedSince !== null ? 'still-disputed' : null;
}

function orderOf({ limeId, actionPublicId, commandId, task }: DueItem) {
  const { requestedBy: by, origin, command, reason, comment, until, changeEnd } = task;
  const said = { reason: reason ?? undefined, comment: comment ?? undefined };
  const note = { ...said, until: until ?? undefined, changeEnd };
  return { id: commandId, by, origin, invoice: { limeId, actionPublicId }, command, note };
}

/**
 * The outcome of a command that an earlier attempt had written down; a read of the invoice shows it, sooner or later.
 */
async function followUp(
  context: Context,
  item: DueItem,
  written: CommandRecord,
  signal: AbortSignal,
): Promise<Next> {
  switch (written.state) {
    case 'accepted':
    case 'confirmed':
      return { end: { state: 'done', why: null } };
    case 'refused':
      return { end: { state: 'failed', why: 'billecta-refused', words: null } };
    case 'failed':
      return { retry: { at: instant(context), attempts: item.attempts, commandId: context.newId() } };
    case 'requested':
    case 'unknown': {
      const purpose = { priority: 'task', source: 'verified' } as const;
      await refreshInvoice(context, item.actionPublicId, { purpose, signal }).catch(mayHaveHappened);
      const now = await context.store.commands.get(context.database, written.id);
      if (now && now.state !== written.state) return followUp(context, item, now, signal);
      throw new Fault('billecta-timeout', 'Billecta shows no trace of the command yet.', {
        happened: 'perhaps',
      });
    }
  }
}

/** A read that fails leaves open what became of the command, which keeps its id: under a new one it would be sent again. */
function mayHaveHappened(error: unknown): never {
  if (!(error instanceof Fault)) throw error;
  const { code, message, retryAfter } = error;
  throw new Fault(code, message, {
    happened: 'perhaps',
    cause: error,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function afterFailure(context: Context, item: DueItem, error: unknown): Next {
  if (!(error instanceof Fault)) {
    context.log.error({ err: error, task: item.task.id, limeId: item.limeId }, 'invoice of a task failed');
    return { end: { state: 'failed', why: 'internal', words: null } };
  }
  if (error.code === 'not-allowed' && error.reason) return { end: { state: 'refused', why: error.reason } };
  const commandId = error.happened === 'perhaps' ? item.commandId : context.newId();
  if (error.code === 'billecta-rate-limited') {
    const at = instantIn(context, (error.retryAfter ?? 10) * 1000);
    return { retry: { at, attempts: item.attempts, commandId } };
  }
  const attempts = item.attempts + 1;
  const wait = passing.includes(error.code) ? itemRetryDelay(attempts, context.random()) : undefined;
  if (wait !== undefined) return { retry: { at: instantIn(context, wait), attempts, commandId } };
  return { end: { state: 'failed', why: error.code, words: error.billectaMessage ?? null } };
}

const isExpired = (context: Context, { task }: DueItem): boolean =>
  context.now().getTime() - Date.parse(task.authorizedAt) > authorityLasts;
