import type { Invoice } from './invoice.ts';
import { traitsOf } from './stage.ts';

const dayInMs = 24 * 60 * 60 * 1000;

/** Whole days past the due date for an invoice with something left to pay, else 0. `today` is a day in Sweden. */
export function overdueDays(invoice: Pick<Invoice, 'stage' | 'dueDate' | 'amounts'>, today: string): number {
  if (!invoice.dueDate || !traitsOf(invoice.stage).payable) return 0;
  if (invoice.amounts && invoice.amounts.current <= 0) return 0;
  return Math.max(0, (Date.parse(today) - Date.parse(invoice.dueDate)) / dayInMs);
}
