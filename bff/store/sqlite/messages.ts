import type { Arrival, Receipt } from '../dialect.ts';

/** Asks the thread to put events on disk; without any, to close the file. */
export interface Question {
  id: number;
  arrivals: readonly Arrival[] | null;
}

export type Reply =
  | { id: number; kind: 'done'; receipts: Receipt[] }
  /** An error as far as it matters: its class does not cross between threads. */
  | { id: number; kind: 'failed'; message: string; code: unknown };
