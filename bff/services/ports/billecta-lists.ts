import type { ListedInvoice } from '../../domain/reconcile.ts';

/** A list of a creditor's invoices; closed ones by the day they were closed on, `YYYY-MM-DD`, both included. */
export type ListOf =
  | { kind: 'open'; creditorPublicId: string }
  | { kind: 'closed'; creditorPublicId: string; from: string; to: string };

export interface Creditor {
  creditorPublicId: string;
  name: string | null;
}

/** Billecta's lists. */
export interface BillectaLists {
  /**
   * Reads a whole list, row by row as it comes.
   *
   * @throws Fault `missing-in-billecta` when there is no such creditor, or another `billecta-…`
   */
  listInvoices(list: ListOf, onRow: (row: ListedInvoice) => void, signal: AbortSignal): Promise<void>;
  /** The creditors that the service may read. @throws Fault `billecta-…` */
  creditors(priority: 'user' | 'reconciliation', signal: AbortSignal): Promise<Creditor[]>;
}
