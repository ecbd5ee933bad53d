import { html, nothing, type TemplateResult } from 'lit';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { TaskCount } from '../../../bff/contract/task.ts';
import type { Translator } from '../../i18n/translator.ts';
import { reasonText } from '../task-progress/reason-text.ts';

/** On how many invoices the command can be run, and why not on the others. */
export function countList(command: CommandName, count: TaskCount, t: Translator): TemplateResult {
  const { allowed, total, notAllowed, hidden } = count;
  const rows = [
    ...notAllowed.map(({ reason, count }) => [reasonText(reason, t), count] as const),
    ...(hidden > 0 ? [[t.text('why.hidden'), hidden] as const] : []),
  ];
  return html`
    <p class="summary" tabindex="-1">${t.text(`bulk.can.${command}`, { count: allowed, total })}</p>
    ${
      rows.length === 0
        ? nothing
        : html`<dl>
            ${rows.map(([words, count]) => html`<div><dt>${words}</dt><dd>${count}</dd></div>`)}
          </dl>`
    }
  `;
}

/** How many pauses are there already. */
export const alreadyPaused = ({ notAllowed }: TaskCount): number =>
  notAllowed.find(({ reason }) => reason === 'already-paused')?.count ?? 0;

/** Whether there is anything to begin: invoices that are not known yet are tried. */
export const isWorthBeginning = ({ allowed, notAllowed }: TaskCount): boolean =>
  allowed > 0 || notAllowed.some(({ reason }) => reason === 'not-known-yet');
