import type { Cause } from '../../../../domain/cause.ts';
import type { LimeKind } from '../../../../domain/lime-kind.ts';
import type { LimeChange } from '../../lime-writer.ts';

/** An invoice that something is about. */
interface NamedInvoice {
  actionPublicId: string;
  limeId: number | null;
  invoiceNumber: string | null;
}

/** An object that is not written to Lime: what it is or belongs to, why, and the invoice that Lime has to get first. */
export interface Unwritten {
  subject: string;
  cause: Cause;
  waitsFor: string | null;
}

/** A write to one object in Lime. */
export interface WrittenChange {
  at: string;
  kind: LimeKind;
  limeId: number;
  created: boolean;
  changes: readonly LimeChange[];
}

/** The stored invoices and writes to Lime. */
export interface AdminObjects {
  invoices(database: string, actionPublicIds: readonly string[]): Promise<NamedInvoice[]>;
  /** Invoices with this Lime id or this invoice number. */
  named(database: string, name: string): Promise<NamedInvoice[]>;
  /** Why what Billecta calls so, or what waits for it, is not written yet. */
  unwritten(database: string, subjects: readonly string[]): Promise<Unwritten[]>;
  /** Invoices that something waits for because Lime does not have them, the newest first. */
  missing(database: string, limit: number): Promise<NamedInvoice[]>;
  /** Writes of what Billecta calls so, between two instants, oldest first. */
  written(
    database: string,
    billectaId: string,
    on: { from: string; to: string | null; limit: number },
  ): Promise<WrittenChange[]>;
  /** Objects to be written to Lime, but not those that wait for an invoice that Lime does not have. */
  writes(database: string): Promise<{ waiting: number; oldestWantedAt: string | null }>;
  /** Invoices with something unread. */
  unread(database: string): Promise<{ comments: number; deliveries: number }>;
}
