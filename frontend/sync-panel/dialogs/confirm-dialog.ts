import { html, nothing } from 'lit';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

export interface Confirmation {
  heading: string;
  content: unknown;
  /** What the button that does it says; null while there is nothing to confirm. */
  confirm: string | null;
  busy?: boolean;
  /** False while something that is asked for is missing. */
  ready?: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is done. Lime's dialog gives the focus back automatically. */
export const confirmDialog = (
  { heading, content, confirm, busy = false, ready = true, onConfirm, onClose }: Confirmation,
  t: PanelTranslator,
): unknown =>
  html`<limel-dialog
    open
    .heading=${heading}
    .closingActions=${{ escapeKey: true, scrimClick: false }}
    @close=${(event: Event) => {
      event.stopPropagation();
      onClose();
    }}
  >
    <div class="stack asked">${content}</div>
    <limel-button slot="button" data-button="dismiss" .label=${t.panel('action.cancel')} @click=${onClose}></limel-button>
    ${
      confirm === null
        ? nothing
        : html`<limel-button
            slot="button"
            primary
            data-button="confirm"
            .label=${confirm}
            .loading=${busy}
            .disabled=${busy || !ready}
            @click=${() => busy || onConfirm()}
          ></limel-button>`
    }
  </limel-dialog>`;
