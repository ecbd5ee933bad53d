import type { InvoiceRecord } from '../ports/store/invoice-store.ts';

const second = 1000;

/** A command and a single invoice are judged by nothing older than this, ms. */
const freshFor = 30 * second;

/** A row of a table that is older than this is read again in the background, ms. */
const currentFor = 5 * 60 * second;

export function isFresh(record: InvoiceRecord | undefined, now: Date): boolean {
  return isYounger(record, now, freshFor);
}

export function isCurrent(record: InvoiceRecord | undefined, now: Date): boolean {
  return isYounger(record, now, currentFor);
}

function isYounger(record: InvoiceRecord | undefined, now: Date, age: number): boolean {
  if (!record?.snapshot || record.readDueAt !== null) return false;
  // A read time in the future is from before the clock was set back; its true age is unknown.
  const old = now.getTime() - Date.parse(record.snapshot.asOf);
  return old >= 0 && old < age;
}
