import type { Leased, WorkQueue } from '../work-queue.ts';

/** An invoice to read in Billecta. */
export interface DueRead extends Leased {
  actionPublicId: string;
}

/** Invoices to read in Billecta. A read that another part of the service makes counts too. */
export type InvoiceReads = WorkQueue<DueRead>;
