import { bffClient } from './client.ts';
import { InvoiceStatuses } from './invoice-statuses.ts';

const known = new Map<string, InvoiceStatuses>();

/**
 * The page's statuses of one Lime application: one cache and one stream, however many elements show them.
 *
 * @param limetype - of the records that they are of; the same id of another limetype is another record
 */
export function pageStatuses(applicationName: string, limetype: string): InvoiceStatuses {
  const key = `${applicationName}/${limetype}`;
  const statuses = known.get(key) ?? new InvoiceStatuses(bffClient(applicationName, limetype));
  known.set(key, statuses);
  return statuses;
}
