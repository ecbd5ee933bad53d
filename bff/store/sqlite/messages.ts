import type { Delivery, Taken } from '../../services/ports/inbox.ts';

/** Asks the thread to read deliveries and put them on disk; without any, to close the file. */
export interface Question {
  id: number;
  deliveries: readonly Delivery[] | null;
}

export type Reply =
  | { id: number; kind: 'done'; taken: Taken[] }
  /** An error as far as it matters: its class does not cross between threads. */
  | { id: number; kind: 'failed'; message: string; code: unknown };
