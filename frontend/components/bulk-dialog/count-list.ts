import { html, nothing, type TemplateResult } from 'lit';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { NotAllowedReason } from '../../../bff/contract/invoice-status.ts';
import type { TaskCount } from '../../../bff/contract/task.ts';
import type { Translator } from '../../i18n/translator.ts';
import { reasonText } from '../task-progress/reason-text.ts';

/** On how many invoices the command can be run, and why not on the others. */
export function countList(command: CommandName, count: TaskCount, t: Translator): TemplateResult {
  const { allowed, total, notAllowed, hidden } = count;
  const skipped = notAllowed.filter(({ reason }) => reason !== 'not-known-yet');
  const tried = triedOf(count);
  const rows = [
    ...skipped.map(({ reason, count }) => [reasonText(reason, t), count] as const),
    ...(hidden > 0 ? [[t.text('why.hidden'), hidden] as const] : []),
  ];
  return html`
    <p class="summary" tabindex="-1">${t.text(`bulk.can.${command}`, { count: allowed, total })}</p>
    ${tried > 0 ? html`<p>${`${reasonText('not-known-yet', t)}: ${tried}`}</p>` : nothing}
    ${
      rows.length === 0
        ? nothing
        : html`<h3>${t.text('bulk.skipped', { count: rows.reduce((sum, [, count]) => sum + count, 0) })}</h3>
          <dl>
            ${rows.map(([words, count]) => html`<div><dt>${words}</dt><dd>${count}</dd></div>`)}
          </dl>`
    }
  `;
}

const countOf = ({ notAllowed }: TaskCount, of: NotAllowedReason): number =>
  notAllowed.find(({ reason }) => reason === of)?.count ?? 0;

/** How many pauses are there already. */
export const alreadyPaused = (count: TaskCount): number => countOf(count, 'already-paused');

/** How many are tried without being known. */
const triedOf = (count: TaskCount): number => countOf(count, 'not-known-yet');

/** On how many invoices the command is begun. @param changeEnd - of those that are paused already, too */
export const begunOf = (count: TaskCount, changeEnd = false): number =>
  count.allowed + triedOf(count) + (changeEnd ? alreadyPaused(count) : 0);
