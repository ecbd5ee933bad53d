import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { notAllowedText } from '../../i18n/not-allowed-text.ts';
import type { Translator } from '../../i18n/translator.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';
import { actionsFor } from './actions-for.ts';

/**
 * The commands as buttons, and in words why those that cannot be run cannot.
 *
 * @param sending - the command that is on its way; nothing else can be run meanwhile
 */
export function cardActions(
  status: InvoiceStatus,
  sending: CommandName | null,
  t: Translator,
  run: (name: CommandName) => void,
): unknown {
  const actions = actionsFor(status);
  if (actions.length === 0) return nothing;
  const reasons = new Set(actions.flatMap(({ allowed }) => (allowed.ok ? [] : [allowed.reason])));
  return html`
    <div class="actions" role="group" aria-label=${t.text('card.actions')}>
      ${actions.map(({ name, allowed, changesEnd }) => {
        const possible = allowed.ok && sending === null;
        const button = html`<limel-button
          data-command=${name}
          .label=${changesEnd ? t.text('action.change-end') : t.title(name)}
          .icon=${changesEnd ? 'calendar' : commandMeta[name].icon}
          .disabled=${!possible}
          .loading=${sending === name}
          @click=${() => possible && run(name)}
        ></limel-button>`;
        // Lime's button shows for a while that it has succeeded: another command's is another button.
        return keyed(name, button);
      })}
    </div>
    ${[...reasons].map((reason) => html`<p class="reason">${notAllowedText(reason, status.stage, t)}</p>`)}
  `;
}
