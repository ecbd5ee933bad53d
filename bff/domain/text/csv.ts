/**
 * Rows as CSV that Excel opens in columns where a comma is part of a number, as it is in the Nordic countries:
 * separated by semicolons, in UTF-8 with its mark, every field in quotes (RFC 4180). A text that a spreadsheet would
 * read as a formula gets an apostrophe before it, so that no foreign formula runs.
 */
export function toCsv(rows: ReadonlyArray<CsvRow>): string {
  return csvMark + csvLines(rows);
}

export type CsvRow = ReadonlyArray<string | number | null>;

/** The first character of a file. */
export const csvMark = '\uFEFF';

/** Lines of a file that is written piece by piece. */
export const csvLines = (rows: ReadonlyArray<CsvRow>): string =>
  rows.map((row) => `${row.map(toField).join(';')}\r\n`).join('');

/** The signs that begin a formula, in full width as well, also after white space. */
const formula = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/;

function toField(value: string | number | null): string {
  if (value === null) return '""';
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}
