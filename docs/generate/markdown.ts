/** A Markdown table whose cells are not padded. A `|` inside a cell is escaped, and line breaks become spaces. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** Text as code in Markdown. */
export const code = (text: string) => `\`${text}\``;
