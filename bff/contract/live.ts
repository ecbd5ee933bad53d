import type { InvoiceStatus } from './invoice-status.ts';

/**
 * The server-sent events of `GET live?ids=…`, by event name. Each asked-for invoice is sent once when the
 * stream opens, and again whenever its status changes.
 */
export interface LiveEvents {
  invoice: InvoiceStatus;
}
