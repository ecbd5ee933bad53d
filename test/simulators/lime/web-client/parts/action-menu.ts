import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../host.ts';
import type { CommandItem } from './command-items.ts';

/**
 * The "…" menu of a card or a table.
 *
 * @property items - the commands to choose from
 * @property disabled - nothing to act on
 * @fires run - detail is the id of the chosen command
 */
@customElement('lime-action-menu')
export class ActionMenu extends LitElement {
  @property({ attribute: false }) items: CommandItem[] = [];
  @property({ type: Boolean }) disabled = false;

  static override styles = css`
    button {
      align-items: center;
      background: none;
      border: 0;
      border-radius: 50%;
      color: inherit;
      cursor: pointer;
      display: inline-flex;
      height: 2.25rem;
      justify-content: center;
      width: 2.25rem;
    }

    button:hover {
      background: rgb(var(--contrast-400));
    }

    button:focus-visible {
      outline: 0.125rem solid var(--lime-primary-color);
    }

    button:disabled {
      cursor: default;
      opacity: 0.4;
    }
  `;

  override render() {
    return html`
      <limel-menu .items=${this.items} .disabled=${this.disabled} .openDirection=${'bottom-end'} @select=${this.#select}>
        <button slot="trigger" type="button" aria-label=${words.actions} ?disabled=${this.disabled}>
          <limel-icon name="menu_2" size="small"></limel-icon>
        </button>
      </limel-menu>
    `;
  }

  readonly #select = ({ detail }: CustomEvent<CommandItem>) => {
    this.dispatchEvent(new CustomEvent('run', { detail: detail.value }));
  };
}
