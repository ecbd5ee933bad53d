import type { Invoice } from '../../../domain/invoice/invoice.ts';
import type { InvoiceNotes } from '../../../domain/invoice/invoice-notes.ts';
import type { InvoiceSource } from '../../../domain/invoice/invoice-source.ts';
import type { unreadMark } from '../../../domain/invoice/unread.ts';

/** Billecta's last report of an invoice, its time, and its source. */
export interface Snapshot {
  invoice: Invoice;
  asOf: string;
  source: InvoiceSource;
}

/** The record of an invoice. `snapshot` is null until Billecta reports the invoice for the first time. */
export interface InvoiceRecord {
  actionPublicId: string;
  limeId: number | null;
  snapshot: Snapshot | null;
  /** What events alone have reported of it. */
  notes: InvoiceNotes;
  /** The unread marks: the sum of {@link unreadMark}s. */
  unread: number;
  verifiedAt: string | null;
  /** When it should be read in Billecta next, ISO 8601; null when there is no need to. */
  readDueAt: string | null;
  /** Only a read that begins at this instant or later answers the last request. */
  readEnqueuedAt: string | null;
  readAttempts: number;
}

export interface InvoiceStore {
  get(database: string, actionPublicId: string): Promise<InvoiceRecord | undefined>;
  getMany(database: string, actionPublicIds: readonly string[]): Promise<InvoiceRecord[]>;
  /** The known Lime invoices with these ids; null where the Lime id is unknown. */
  limeIds(database: string, actionPublicIds: readonly string[]): Promise<Map<string, number | null>>;
  /** The records, created where they are new, locked until the transaction ends. */
  lockOrCreate(database: string, actionPublicIds: readonly string[]): Promise<InvoiceRecord[]>;
  /** Stores which Lime invoice this is; creates the record when it is new. */
  link(database: string, actionPublicId: string, limeId: number): Promise<void>;
  /**
   * Stores posted snapshots of invoices, and enqueues reads as `enqueueRead` does; creates the records that are new.
   */
  saveSnapshots(database: string, snapshot: readonly Snapshot[], readAt: string): Promise<void>;
  /** Stores the read of an invoice that has a record, and plans the next. */
  saveRead(database: string, snapshot: Snapshot, plan: ReadPlan): Promise<void>;
  /** Stores the notes of events about invoices that exist. */
  saveNotes(database: string, notes: ReadonlyMap<string, InvoiceNotes>): Promise<void>;
  /** Stores the sum of {@link unreadMark}s of each invoice. */
  setUnread(database: string, unread: ReadonlyMap<string, number>): Promise<void>;
  /** Enqueues reads that begin at a time or later; keeps one that is due earlier. Creates new records. */
  enqueueRead(database: string, actionPublicIds: readonly string[], at: string): Promise<void>;
}

/** When an invoice is read next; null when there is no need to. */
export interface ReadPlan {
  at: string | null;
}
