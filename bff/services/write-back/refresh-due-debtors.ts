import type { Fields } from '../../domain/fields.ts';
import { type Context, instant } from '../shared/context.ts';
import { drainReads } from '../shared/drain-reads.ts';

/** More than a debtor's approval has had lately. */
const noticesAtMost = 20;

/**
 * Reads the debtors in Billecta that events were about, and enqueues their writes to Lime.
 *
 * @returns whether there may be more
 */
export function refreshDueDebtors(context: Context, stopping: AbortSignal): Promise<boolean> {
  return drainReads(
    context,
    {
      queue: context.store.debtorReads,
      idName: 'debtorPublicId',
      read: (debtorPublicId, signal) => refreshDebtor(context, debtorPublicId, signal),
    },
    stopping,
  );
}

async function refreshDebtor(context: Context, debtorPublicId: string, signal: AbortSignal): Promise<void> {
  const { database, billecta, store } = context;
  const read = await billecta.readDebtor(debtorPublicId, 'verification', signal);
  const fields = { ...read, 'Status.AutogiroReason': await reasonOf(context, debtorPublicId, read) };
  const write = { kind: 'debtor', billectaId: debtorPublicId, fields, step: 0 } as const;
  await store.limeWrites.enqueue(database, [write], instant(context));
  context.wake('writes');
}

/** Why the approval of autogiro failed, as long as it stands as failed: what the last notice says. */
async function reasonOf(
  { database, store }: Context,
  debtorPublicId: string,
  read: Fields,
): Promise<string | null> {
  if (read['Status.Autogiro'] !== 'failed') return null;
  const notices = await store.notices.findBySubjects(database, [debtorPublicId], noticesAtMost);
  return notices.find(({ kind }) => kind === 'approval-failed')?.reason ?? null;
}
