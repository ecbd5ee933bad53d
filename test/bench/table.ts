import { limitInWords, type Measured, type Result, type Row } from './row.ts';

/** One measurement as a line of the table. `found` is a text where it failed. */
export function tableLine(row: Row, { store, ok, value }: Result, found: Measured | string): string {
  const [cell, note] = typeof found === 'string' ? ['–', found] : [`${value} ${row.unit}`, found.note];
  const cells = [row.name.padEnd(22), store.padEnd(8), cell.padStart(16), limitInWords(row.limit).padEnd(8)];
  return [ok ? 'ok ' : 'NOT', ...cells, note].join('  ');
}
