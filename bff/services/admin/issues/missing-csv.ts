import { toCsv } from '../../../domain/text/csv.ts';
import type { CallerContext } from '../../shared/context.ts';

/** More are of no use to a reader. */
const most = 10_000;

/** The invoices that Lime does not have, for a spreadsheet: the newest 10,000. */
export async function missingCsv({ store, database }: CallerContext): Promise<string> {
  const missing = await store.admin.objects.missing(database, most);
  return toCsv([
    ['invoiceNumber', 'actionPublicId'],
    ...missing.map(({ invoiceNumber, actionPublicId }) => [invoiceNumber, actionPublicId]),
  ]);
}
