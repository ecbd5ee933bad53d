import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandResult, DisputeReason } from '../contract/command.ts';
import type { NotAllowedReason } from '../contract/invoice-status.ts';
import { type Decision, decide } from '../domain/command-rules.ts';
import type { Command } from '../domain/invoice.ts';
import { type Context, instant } from './context.ts';
import { Fault } from './fault.ts';
import { isFresh } from './freshness.ts';
import type { SyncedInvoice } from './open-invoice.ts';
import { type CommentChoice, passComment, refuseCommentToDebtor } from './pass-comment.ts';
import type { CommandOrigin, CommandRecord } from './ports/commands.ts';
import type { Standing } from './ports/standings.ts';
import type { StoreParts } from './ports/store.ts';
import { publishInvoice } from './present-invoice.ts';
import { readInvoice } from './read-invoice.ts';
import { sendCommand } from './send-command.ts';
import { startOfSwedishDay, swedishDay } from './swedish-day.ts';

export interface CommandNote extends CommentChoice {
  reason?: DisputeReason | undefined;
  /** With pause: the day in Sweden on which it ends, `YYYY-MM-DD`. */
  until?: string | undefined;
}

/** A command, on what, and who gives it. */
export interface CommandOrder {
  /** Of the command's record; a new one unless somebody has to find it again. */
  id?: string;
  by: string;
  origin: CommandOrigin;
  invoice: SyncedInvoice;
  command: Command;
  note: CommandNote;
}

/** What came of an order. */
export interface Ran {
  result: CommandResult;
  /** How the invoice stands then; null when that has to be looked up. */
  standing: Standing | null;
}

/** How often to look whether another process is done with the invoice, ms. */
const lookAgain = 50;

/**
 * What the four commands share: one at a time for an invoice, judged by Billecta's own flags, written down, sent once,
 * read back.
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
      if (decision.kind === 'already') return unchanged(context, order, standing);
      const command = toRecord(context, order);
      if (await writeDown(context, order, command)) {
        await publishInvoice(context, actionPublicId);
        const sent = await sendCommand(context, command, signal);
        const commentSent = await passComment(context, command, order.note, signal);
        const result = { id: command.id, name: order.command, state: sent.state, changed: true, commentSent };
        return { result, standing: sent.standing };
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

/** Nothing to do in Billecta; but the day on which a pause ends is ours to keep, so a new one is written down. */
async function unchanged(context: Context, order: CommandOrder, standing: Standing): Promise<Ran> {
  const { database, store } = context;
  const already = { state: 'confirmed', changed: false, commentSent: null } as const;
  const result = { id: null, name: order.command, ...already };
  if (order.note.until === undefined) return { result, standing };
  const now = instant(context);
  const command = { ...toRecord(context, order), state: 'confirmed', finishedAt: now } as const;
  await store.transaction(async (parts) => {
    await parts.commands.add(database, command);
    await planResume(context, parts, order, command.id, 'waiting');
  });
  await publishInvoice(context, order.invoice.actionPublicId);
  return { result: { ...result, id: command.id }, standing: null };
}

async function planResume(
  context: Context,
  { plans }: StoreParts,
  { invoice, note: { until } }: CommandOrder,
  commandId: string,
  state: 'planned' | 'waiting',
): Promise<void> {
  if (until === undefined) return;
  const nextAttemptAt = startOfSwedishDay(until);
  await plans.put(context.database, { ...invoice, commandId, until, state, nextAttemptAt });
}

function toRecord(context: Context, order: CommandOrder): CommandRecord {
  const { by, origin, invoice, command, note } = order;
  return {
    id: order.id ?? context.newId(),
    limeId: invoice.limeId,
    actionPublicId: invoice.actionPublicId,
    command,
    requestedBy: by,
    origin,
    until: note.until ?? null,
    reason: note.reason ?? null,
    comment: note.comment || null,
    commentSent: null,
    state: 'requested',
    requestedAt: instant(context),
    finishedAt: null,
    outcome: null,
  };
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
