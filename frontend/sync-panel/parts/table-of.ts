import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/**
 * A table with a heading for each column. Where there is no room for columns, `tableStyles` makes cards of the rows, whose
 * cells are named by their `data-label`.
 */
export const tableOf = <Row extends { id: string | number }>(
  columns: readonly string[],
  rows: readonly Row[],
  row: (row: Row) => TemplateResult,
): TemplateResult =>
  html`<div class="scroll"><table>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${repeat(rows, ({ id }) => id, row)}</tbody>
  </table></div>`;
