import { within } from '../../signals/within.ts';
import { isCurrent } from '../invoices/freshness.ts';
import { refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { Context } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/** The limit: a user waits, and others want to read too. */
const atMost = 60;

/** Reads under way at a time. */
const atOnce = 8;

/** Reads invoices in Billecta that are out of date, those without a snapshot first. Never fails. */
export async function readSome(
  context: Context,
  actionPublicIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const records = await context.store.invoices.getMany(context.database, actionPublicIds);
  const now = context.now();
  const old = records
    .filter((record) => !isCurrent(record, now))
    .sort((one, other) => Number(one.snapshot !== null) - Number(other.snapshot !== null))
    .slice(0, atMost)
    .map(({ actionPublicId }) => actionPublicId);
  const readNext = async (): Promise<void> => {
    for (let id = old.shift(); id !== undefined && !signal.aborted; id = old.shift()) {
      await readIfPossible(context, id, signal);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readNext));
}

async function readIfPossible(context: Context, actionPublicId: string, signal: AbortSignal): Promise<void> {
  try {
    const purpose = { priority: 'user', source: 'verified' } as const;
    await within([signal], null, (own) => refreshInvoice(context, actionPublicId, { purpose, signal: own }));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}
