import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import { bestEffort } from '../shared/best-effort.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { authorizeReads } from './authorize-invoice.ts';
import { isCurrent } from './freshness.ts';
import { presentInvoices } from './present-invoice.ts';
import { ownCommands } from './update-right.ts';

/**
 * The statuses of the invoices that the caller may read, for tables; the others are left out.
 *
 * Answers at once from what is stored. Invoices without a snapshot, or with an old one, are read in the background, and
 * published by `GET live` as they arrive.
 */
export async function listInvoiceStatuses(
  context: CallerContext,
  limeIds: readonly number[],
): Promise<InvoiceStatus[]> {
  const signal = context.deadline();
  const invoices = await authorizeReads(context, limeIds, signal);
  const own = await ownCommands(context, signal);
  await enqueueReads(
    context,
    invoices.flatMap(({ actionPublicId }) => actionPublicId ?? []),
  );
  return (await presentInvoices(context, invoices)).map(own);
}

async function enqueueReads(context: CallerContext, actionPublicIds: readonly string[]): Promise<void> {
  const { database, store } = context;
  const records = await store.invoices.getMany(database, actionPublicIds);
  const now = context.now();
  const old = records.filter((record) => record.readDueAt === null && !isCurrent(record, now));
  if (old.length === 0) return;
  const ids = old.map(({ actionPublicId }) => actionPublicId);
  await bestEffort(context, 'that invoices are to be read', async () => {
    await store.invoices.enqueueRead(database, ids, instant(context));
    context.wake('reads');
  });
}
