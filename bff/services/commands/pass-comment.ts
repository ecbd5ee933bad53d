import type { CommentSent } from '../../domain/command.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { Context } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/** The user's comment on a command; `toDebtor` when the user chose that the debtor reads it too. */
export interface CommentChoice {
  comment?: string | undefined;
  toDebtor?: boolean | undefined;
}

/** @throws Fault `invalid-request` when the debtor is to read a comment, and there is none or that is not configured */
export function assertCommentAllowed(context: Context, { comment, toDebtor }: CommentChoice): void {
  if (!toDebtor) return;
  if (context.commentPassing !== 'debtor')
    throw new Fault('invalid-request', 'Comments to debtors are not switched on (BILLECTA_COMMENTS).');
  if (!comment) throw new Fault('invalid-request', 'There is no comment to send to the debtor.');
}

/**
 * Writes the comment of a command that Billecta has accepted into Billecta's log, once: one whose answer was lost is
 * not sent again, since the debtor may have read it. The command stays valid, whatever the outcome of its comment.
 *
 * @returns null when there is nothing to write
 */
export async function passComment(
  context: Context,
  { id, actionPublicId, comment }: CommandRecord,
  { toDebtor = false }: CommentChoice,
  signal: AbortSignal,
): Promise<CommentSent | null> {
  if (context.commentPassing === 'off' || comment === null) return null;
  const { store, database, billecta } = context;
  await store.commands.saveCommentSent(database, id, 'unknown');
  const sent = await send();
  if (sent !== 'unknown') await store.commands.saveCommentSent(database, id, sent);
  return sent;

  async function send(): Promise<CommentSent> {
    try {
      await billecta.comment(actionPublicId, { text: comment ?? '', toDebtor }, signal);
      return toDebtor ? 'debtor' : 'private';
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code, happened } = error;
      context.log.warn({ command: id, actionPublicId, code }, 'comment not written to Billecta');
      return happened === 'no' ? 'failed' : 'unknown';
    }
  }
}
