import type { DueRead, WorkQueue } from '../work-queue.ts';

/** Invoices to read in Billecta. A read that another part of the service makes counts too. */
export type InvoiceReads = WorkQueue<DueRead>;
