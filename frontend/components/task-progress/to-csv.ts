/** The signs that begin a formula, in full width as well, also after white space. */
const formula = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/;

/**
 * Rows as CSV as the BFF writes it: semicolons, UTF-8 with its mark, every field in quotes (RFC 4180), and an apostrophe
 * before what a spreadsheet would run as a formula.
 */
export const toCsv = (rows: ReadonlyArray<ReadonlyArray<string | null>>): string =>
  `\uFEFF${rows.map((row) => `${row.map(toField).join(';')}\r\n`).join('')}`;

function toField(value: string | null): string {
  const text = value && formula.test(value) ? `'${value}` : (value ?? '');
  return `"${text.replaceAll('"', '""')}"`;
}
