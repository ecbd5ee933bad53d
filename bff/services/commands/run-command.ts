import { setTimeout as sleep } from 'node:timers/promises';
import type { NotAllowedReason } from '../../contract/invoice-status.ts';
import type { Command } from '../../domain/command.ts';
import { type Decision, decide } from '../../domain/invoice/command-rules.ts';
import { swedishDay } from '../../domain/swedish-day.ts';
import { isFresh } from '../invoices/freshness.ts';
import { publishInvoice } from '../invoices/present-invoice.ts';
import { readInvoice } from '../invoices/refresh-invoice.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { Standing } from '../ports/store/invoice-states.ts';
import type { Context } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { alreadyAsAsked } from './already-as-asked.ts';
import { type CommandOrder, planResume, type Ran, toRecord } from './command-order.ts';
import { liftedDispute } from './lifted-dispute.ts';
import { passComment, refuseCommentToDebtor } from './pass-comment.ts';
import { sendCommand } from './send-command.ts';

/** How often to look whether another process is done with the invoice, ms. */
const lookAgain = 50;

/**
 * What the four commands share: one at a time for an invoice, judged by Billecta's own flags, written down, sent once,
 * read back. A command that somebody else was faster with is no fault: the invoice is as asked.
 *
 * @throws Fault `invalid-request` for a day that is over; `not-allowed` with its reason; `billecta-refused` with
 *   Billecta's words; another `billecta-…` when Billecta could not be asked or its answer was lost
 */
export function runCommand(context: Context, order: CommandOrder, signal: AbortSignal): Promise<Ran> {
  const { limeId, actionPublicId } = order.invoice;
  refuseDayThatIsOver(context, order.note.until);
  refuseCommentToDebtor(context, order.note);
  return context.locks.run(`${context.database}/${actionPublicId}`, async () => {
    for (;;) {
      if (signal.aborted) throw busy(limeId);
      const { decision, standing } = await judge(context, order, signal);
      if (decision.kind === 'no') throw notAllowed(limeId, order.command, decision.reason);
      if (decision.kind === 'already') return alreadyAsAsked(context, order, standing, signal);
      const command = toRecord(context, order);
      if (await writeDown(context, order, command)) {
        await publishInvoice(context, actionPublicId);
        const sent = await sendCommand(context, command, signal);
        const { state, changed, standing } = sent;
        const result = {
          id: command.id,
          name: order.command,
          state,
          changed,
          endChanged: false,
          commentSent: await passComment(context, command, order.note, signal),
          lifted: changed ? await liftedDispute(context, command) : null,
        };
        return { result, standing };
      }
      await whileInHand(context, actionPublicId, signal);
    }
  });
}

/** Waits until the command that another process has in hand is sent; asks only the database, not Billecta. */
async function whileInHand(context: Context, actionPublicId: string, signal: AbortSignal): Promise<void> {
  const { database, store } = context;
  for (;;) {
    await sleep(lookAgain);
    const unsettled = await store.commands.unsettled(database, [actionPublicId]);
    if (signal.aborted || unsettled.every(({ state }) => state !== 'requested')) return;
  }
}

/** Judges by what we hold while that is fresh; but only a read may tell somebody that there is nothing to do. */
async function judge(
  context: Context,
  { invoice: { actionPublicId }, command }: CommandOrder,
  signal: AbortSignal,
): Promise<{ decision: Decision; standing: Standing }> {
  const { database, store } = context;
  const [standing] = await store.standings.of(database, [actionPublicId]);
  if (standing?.record.held && standing.open.length === 0 && isFresh(standing.record, context.now())) {
    const decision = decide(standing.record.held.invoice, command);
    if (decision.kind === 'go') return { decision, standing };
  }
  const purpose = { priority: 'command', source: 'verified' } as const;
  const read = await readInvoice(context, actionPublicId, purpose, signal);
  return { decision: decide(read.invoice, command), standing: read.standing };
}

/** @returns whether it was written: not while another command on the invoice is in hand, by whichever process */
function writeDown(context: Context, order: CommandOrder, command: CommandRecord): Promise<boolean> {
  if (command.until === null) return context.store.commands.add(context.database, command);
  return context.store.transaction(async (store) => {
    if (!(await store.commands.add(context.database, command))) return false;
    await planResume(context, store, order, command.id, 'planned');
    return true;
  });
}

/** @throws Fault `invalid-request` when a pause cannot end on this day */
export function refuseDayThatIsOver(context: Context, until: string | undefined): void {
  if (until !== undefined && until <= swedishDay(context.now()))
    throw new Fault('invalid-request', `The pause cannot end on ${until}: choose a day after today.`);
}

const busy = (limeId: number) =>
  new Fault(
    'billecta-timeout',
    `Another command on invoice ${limeId} took too long. Nothing was sent. Try again.`,
  );

function notAllowed(limeId: number, command: Command, reason: NotAllowedReason): Fault {
  return new Fault('not-allowed', `Invoice ${limeId} does not take ${command} now: ${reason}.`, { reason });
}
