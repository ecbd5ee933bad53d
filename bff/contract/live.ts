import type { InvoiceStatus } from './invoice-status.ts';
import type { TaskProgress } from './task.ts';

/**
 * The server-sent events of `GET live?ids=…`, by event name. Each asked-for invoice, and each task of the caller that
 * is under way, is sent once when the stream opens, and again whenever it changes.
 */
export interface LiveEvents {
  /** Every 15 seconds: the stream is alive. */
  beat: Record<string, never>;
  invoice: InvoiceStatus;
  /** Lime's own fields of the invoice have been written; pages that show it may load it again. */
  written: { limeId: number };
  task: TaskProgress;
}
