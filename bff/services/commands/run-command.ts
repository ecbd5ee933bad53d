import { setTimeout as sleep } from 'node:timers/promises';
import type { NotAllowedReason } from '../../contract/invoice-status.ts';
import type { Command } from '../../domain/command.ts';
import { commandMeta } from '../../domain/invoice/command-meta.ts';
import { type Decision, decide } from '../../domain/invoice/command-rules.ts';
import { swedishDay } from '../../domain/swedish-day.ts';
import { isFresh } from '../invoices/freshness.ts';
import { publishInvoice } from '../invoices/present-invoice.ts';
import { refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import type { PlanKey } from '../ports/store/resume-plans.ts';
import type { StoreParts } from '../ports/store/store.ts';
import type { Context } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { alreadyAsAsked } from './already-as-asked.ts';
import { type CommandOrder, type CommandRun, PlanOvertaken, planResume, toRecord } from './command-order.ts';
import { liftedDispute } from './lifted-dispute.ts';
import { assertCommentAllowed, passComment } from './pass-comment.ts';
import { sendCommand } from './send-command.ts';

/** How often to check whether another process is done with the invoice, ms. */
const pollEvery = 50;

/** After how many seconds a command whose answer was lost has shown its trace, or failed. */
const unfinishedFor = 15;

/**
 * What the four commands share: one at a time for an invoice, judged by Billecta's own flags, written down, sent once,
 * read back. A command that another user was faster with is no fault: the invoice is as asked.
 *
 * @throws Fault `invalid-request` for a day that is over; `not-allowed` with its reason; `billecta-refused` with
 *   Billecta's words; another `billecta-…` when Billecta could not be asked or its answer was lost
 * @throws PlanOvertaken when the order carries out a plan that is no longer valid; nothing was sent
 */
export function runCommand(context: Context, order: CommandOrder, signal: AbortSignal): Promise<CommandRun> {
  const { limeId, actionPublicId } = order.invoice;
  assertFutureDay(context, order.note.until);
  assertCommentAllowed(context, order.note);
  return context.locks.run(`${context.database}/${actionPublicId}`, async () => {
    for (;;) {
      if (signal.aborted) throw busy(limeId);
      if (await order.isOvertaken?.()) throw notAllowed(limeId, order.command, 'newer-order');
      const { decision, invoiceState } = await judge(context, order, signal);
      if (decision.kind === 'no') throw notAllowed(limeId, order.command, decision.reason);
      const command = toRecord(context, order);
      const opposite = unfinishedOpposite(order.command, invoiceState);
      if (decision.kind === 'already' && opposite && opposite.state !== 'requested') throw unfinished(limeId);
      if (decision.kind === 'already' && !opposite) {
        const ended = await alreadyAsAsked(context, order, invoiceState, signal);
        if (ended) return ended;
      } else if (decision.kind === 'go' && (await writeDown(context, order, command))) {
        await publishInvoice(context, actionPublicId);
        const sent = await sendCommand(context, command, signal);
        const { state, changed, invoiceState } = sent;
        const result = {
          id: command.id,
          name: order.command,
          state,
          changed,
          endChanged: false,
          commentSent: await passComment(context, command, order.note, signal),
          lifted: changed ? await liftedDispute(context, command) : null,
        };
        return { result, invoiceState };
      }
      await whileInHand(context, actionPublicId, signal);
    }
  });
}

/** Waits until another process has sent its command; asks only the database, not Billecta. */
async function whileInHand(context: Context, actionPublicId: string, signal: AbortSignal): Promise<void> {
  const { database, store } = context;
  for (;;) {
    await sleep(pollEvery);
    const unfinished = await store.commands.findUnfinished(database, [actionPublicId]);
    if (signal.aborted || unfinished.every(({ state }) => state !== 'requested')) return;
  }
}

/** Judges by the stored snapshot while it is fresh; but only a read may report that there is nothing to do. */
async function judge(
  context: Context,
  { invoice: { actionPublicId }, command }: CommandOrder,
  signal: AbortSignal,
): Promise<{ decision: Decision; invoiceState: InvoiceState }> {
  const { database, store } = context;
  const [invoiceState] = await store.invoiceStates.findMany(database, [actionPublicId]);
  if (
    invoiceState?.record.snapshot &&
    invoiceState.open.length === 0 &&
    isFresh(invoiceState.record, context.now())
  ) {
    const decision = decide(invoiceState.record.snapshot.invoice, command);
    if (decision.kind === 'go') return { decision, invoiceState };
  }
  const purpose = { priority: 'command', source: 'verified' } as const;
  const read = await refreshInvoice(context, actionPublicId, { purpose, signal });
  return { decision: decide(read.invoice, command), invoiceState: read.invoiceState };
}

/**
 * @returns whether it was written: not while another command on the invoice is in progress, in any process
 * @throws PlanOvertaken
 */
function writeDown(context: Context, order: CommandOrder, command: CommandRecord): Promise<boolean> {
  const { database, store } = context;
  const { plan } = order;
  if (command.until === null && !plan) return store.commands.add(database, command);
  return store.transaction(async (parts) => {
    if (!(await parts.commands.add(database, command))) return false;
    if (plan && !(await isStillDue(parts, database, plan))) throw new PlanOvertaken();
    await planResume(context, parts, order, { commandId: command.id, state: 'planned' });
    return true;
  });
}

/**
 * Whether a plan may be carried out: not when it has ended, nor while its invoice is disputed, perhaps since a moment.
 */
async function isStillDue(parts: StoreParts, database: string, plan: PlanKey): Promise<boolean> {
  if (!(await parts.resumePlans.lockWaiting(database, plan))) return false;
  const record = await parts.invoices.get(database, plan.actionPublicId);
  return record?.snapshot?.invoice.disputedSince == null;
}

/** @throws Fault `invalid-request` when a pause cannot end on this day */
export function assertFutureDay(context: Context, until: string | undefined): void {
  if (until !== undefined && until <= swedishDay(context.now()))
    throw new Fault('invalid-request', `The pause cannot end on ${until}: choose a day after today.`);
}

/** The opposite command that is being sent, or whose answer was lost: until it ends, nothing is certain. */
const unfinishedOpposite = (command: Command, { open }: InvoiceState) =>
  open.find((other) => other.command === commandMeta[command].opposite);

const unfinished = (limeId: number) =>
  new Fault(
    'billecta-timeout',
    `Billecta has not said yet whether it carries out the last command on invoice ${limeId}. Nothing was sent. Try again in some seconds.`,
    { retryAfter: unfinishedFor },
  );

const busy = (limeId: number) =>
  new Fault(
    'billecta-timeout',
    `Another command on invoice ${limeId} took too long. Nothing was sent. Try again.`,
  );

function notAllowed(limeId: number, command: Command, reason: NotAllowedReason): Fault {
  return new Fault('not-allowed', `Invoice ${limeId} does not take ${command} now: ${reason}.`, { reason });
}
