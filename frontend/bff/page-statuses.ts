import { bffClient } from './client.ts';
import { InvoiceStatuses } from './invoice-statuses.ts';

const byApplication = new Map<string, InvoiceStatuses>();

/** The page's statuses of one Lime application: one cache and one stream, however many elements show them. */
export function pageStatuses(applicationName: string): InvoiceStatuses {
  const known = byApplication.get(applicationName);
  if (known) return known;
  const statuses = new InvoiceStatuses(bffClient(applicationName));
  byApplication.set(applicationName, statuses);
  return statuses;
}
