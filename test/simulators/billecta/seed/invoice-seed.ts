import type { DebtorSeed } from '../model/debtor.ts';
import type { Stage } from '../model/invoice.ts';

/** An invoice as a test or the demo describes it. Amounts are minor units. */
export interface InvoiceSeed {
  /** Default InvoiceSent. */
  stage?: Stage;
  disputed?: boolean;
  paused?: boolean;
  /** Days from today to the due date, negative when overdue. Default 10. */
  dueInDays?: number;
  /** Default 125 000 (1 250 kr). */
  amountMinor?: number;
  /** Paid in part; when the stage is Completed, the rest is paid as well. */
  paidMinor?: number;
  writtenOffMinor?: number;
  /** Closed by a credit invoice. The stage is Completed, whatever is said. */
  credited?: boolean;
  /** Fee of the reminder, where the stage has one. Default none. */
  reminderFeeMinor?: number;
  currency?: string;
  invoiceNumber?: string;
  externalReference?: string;
  /** Paid by direct debit, which the debtor has approved unless said otherwise. */
  autogiro?: boolean;
  /** With the id of a debtor that there is already, this is one more invoice of theirs. */
  debtor?: DebtorSeed;
  /** Ten digits. Default the next free one. */
  actionPublicId?: string;
}
