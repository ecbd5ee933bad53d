import type { CommandRecord } from './command-store.ts';
import type { InvoiceRecord } from './invoice-store.ts';
import type { ResumePlan } from './resume-plans.ts';

/** The state of an invoice. */
export interface InvoiceState {
  record: InvoiceRecord;
  /** The commands whose end is not known yet, newest first. */
  open: readonly CommandRecord[];
  /** The last planned resume; undefined when there never was one. */
  plan: ResumePlan | undefined;
}

export interface InvoiceStates {
  /** The states of the known ones among these invoices. */
  findMany(database: string, actionPublicIds: readonly string[]): Promise<InvoiceState[]>;
  /** Created where it is new, and locked until the transaction ends. */
  lockOrCreate(database: string, actionPublicId: string): Promise<InvoiceState>;
}
