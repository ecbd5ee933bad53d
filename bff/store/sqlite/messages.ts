import type { Arrival, Receipt } from '../dialect.ts';

/** What the thread that holds the SQLite file can be asked for, and what each answers. */
export interface Requests {
  /** One statement, whose rows are returned when it has any. */
  run: { ask: { sql: string; parameters: readonly unknown[] }; answer: Ran };
  /** Ends the open transaction, unless SQLite has ended it by itself, as on a full disk. */
  rollback: { ask: null; answer: null };
  /** Puts events on disk in a transaction of their own. */
  append: { ask: readonly Arrival[]; answer: Receipt[] };
  close: { ask: null; answer: null };
}

export type Kind = keyof Requests;

/** What a statement came to: its rows, or how many it changed. */
export interface Ran {
  rows: unknown[];
  changes: number | null;
}

export type Question = { [K in Kind]: { id: number; kind: K; ask: Requests[K]['ask'] } }[Kind];

export type Reply =
  | { id: number; kind: 'done'; answer: unknown }
  /** An error as far as it matters: its class does not cross between threads. */
  | { id: number; kind: 'failed'; message: string; code: unknown };
