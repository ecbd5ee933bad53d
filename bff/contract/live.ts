import type { InvoiceStatus } from './invoice-status.ts';

/**
 * The server-sent events of `GET live?ids=…`, by event name. Each asked-for invoice is sent once when the
 * stream opens, and again whenever its status changes.
 */
export interface LiveEvents {
  invoice: InvoiceStatus;
  /** What Lime itself holds of the invoice has been written; pages that show it may load it again. */
  written: { limeId: number };
}
