import type { Fields } from '../../domain/fields.ts';
import { endlessRetryDelay } from '../../domain/retry-schedule.ts';
import { within } from '../../signals/within.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

const batch = 4;

/** More than a debtor's approval has of late. */
const noticesAtMost = 20;

/** How long a read may wait for its place within Billecta's limits and for its answer, ms. */
const longestRead = 120_000;

/**
 * Reads in Billecta the debtors that events have reported, and enqueues their writes to Lime. A read is given up only
 * when Billecta does not know the debtor.
 *
 * @returns whether there may be more
 */
export async function refreshDueDebtors(context: Context, stopping: AbortSignal): Promise<boolean> {
  if (!context.billecta.isAvailable()) return false;
  const due = await context.store.debtorReads.due(context.database, instant(context), batch);
  await Promise.all(due.map((each) => readDebtor(context, each, stopping)));
  return due.length === batch && !stopping.aborted;
}

/** Why the approval of autogiro failed, as long as it is failed: the last reported reason. */
async function reasonOf(
  { database, store }: Context,
  debtorPublicId: string,
  read: Fields,
): Promise<string | null> {
  if (read['Status.Autogiro'] !== 'failed') return null;
  const told = await store.notices.findBySubjects(database, [debtorPublicId], noticesAtMost);
  return told.find(({ kind }) => kind === 'approval-failed')?.reason ?? null;
}

async function readDebtor(
  context: Context,
  { debtorPublicId, attempts }: { debtorPublicId: string; attempts: number },
  stopping: AbortSignal,
): Promise<void> {
  const { database, billecta, store } = context;
  const startedAt = instant(context);
  try {
    const read = await within([stopping], longestRead, (signal) =>
      billecta.readDebtor(debtorPublicId, 'verification', signal),
    );
    const fields = { ...read, 'Status.AutogiroReason': await reasonOf(context, debtorPublicId, read) };
    await store.deriving(async ({ limeWrites, debtorReads }) => {
      const write = { kind: 'debtor', billectaId: debtorPublicId, fields, step: 0 } as const;
      await limeWrites.enqueue(database, [write], instant(context));
      await debtorReads.complete(database, debtorPublicId, startedAt, { at: null, attempts: 0 });
    });
    context.wake('writes');
  } catch (error) {
    if (stopping.aborted) return;
    if (!(error instanceof Fault)) throw error;
    context.log.warn({ debtorPublicId, attempts, code: error.code }, 'debtor could not be read in Billecta');
    const wait = endlessRetryDelay(attempts + 1, context.random());
    const at =
      error.code === 'missing-in-billecta' || error.code === 'billecta-forbidden'
        ? null
        : instantIn(context, wait);
    await store.debtorReads.complete(database, debtorPublicId, startedAt, { at, attempts: attempts + 1 });
  }
}
