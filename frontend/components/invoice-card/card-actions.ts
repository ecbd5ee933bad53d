import { html, nothing } from 'lit';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { commandIcons } from '../../commands/command-icons.ts';
import type { Translator } from '../../i18n/translator.ts';
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
      ${actions.map(({ name, allowed }) => {
        const possible = allowed.ok && sending === null;
        return html`<limel-button
          data-command=${name}
          .label=${t.title(name)}
          .icon=${commandIcons[name]}
          .disabled=${!possible}
          .loading=${sending === name}
          @click=${() => possible && run(name)}
        ></limel-button>`;
      })}
    </div>
    ${[...reasons].map((reason) => html`<p class="reason">${t.text(`reason.${reason}`)}</p>`)}
  `;
}
