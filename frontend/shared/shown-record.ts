import type { LimeWebComponentContext } from '../host/types.ts';
import { limeIdOf } from './lime-id.ts';

/** A row of a Lime table, as far as we read it. */
export interface InvoiceRow {
  id?: number;
  _id?: number;
  /** Rows that are Lime's own objects say what they are (docs/facts/lime.md 3.2). */
  getLimetype?(): { name?: string } | undefined;
}

/** Where an element stands: on an invoice, on one that is not saved yet, or on anything else. */
export type ShownRecord = { kind: 'invoice'; limetype: string; id: number } | { kind: 'unsaved' | 'other' };

export interface Place {
  /** An invoice's id, set where the element is placed. */
  limeId?: number | undefined;
  /** In a table: the row. */
  row?: InvoiceRow | undefined;
  /** The record, or the table, that the element stands on. */
  context?: LimeWebComponentContext | undefined;
}

/**
 * Which record an element shows. Lime numbers each limetype from 1, so an id is an invoice's only where the limetype is
 * that of invoices. A row that does not state its limetype has the table's. Where the table does not state it
 * either, the row is an invoice: an administrator has put the column there.
 */
export function shownRecord({ limeId, row, context }: Place, invoiceLimetype: string): ShownRecord {
  const invoice = (id: number | null): ShownRecord =>
    id === null ? { kind: 'unsaved' } : { kind: 'invoice', limetype: invoiceLimetype, id };
  if (limeId !== undefined) return invoice(limeIdOf(limeId));
  const limetype = row?.getLimetype?.()?.name ?? context?.limetype ?? (row && invoiceLimetype);
  if (limetype !== invoiceLimetype) return { kind: 'other' };
  return invoice(limeIdOf(row ? (row.id ?? row._id) : context?.id));
}
