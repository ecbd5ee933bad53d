import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { pretty } from '../text/pretty.ts';
import { panelStyles } from '../view/panel.styles.ts';

/**
 * The text of a request, formatted where it is JSON, with a button that copies it as it came.
 *
 * @property text - as it came
 * @property heading - what it is
 * @property t - the texts
 */
export class BodyBlock extends LitElement {
  static override styles = panelStyles;

  @property({ attribute: false }) text = '';
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) t!: PanelTranslator;
  @state() private copied = false;

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="row between">
        <h4>${this.heading}</h4>
        <limel-button
          data-button="copy"
          icon="copy"
          .label=${t.panel(this.copied ? 'action.copied' : 'action.copy')}
          @click=${() => this.#copy()}
        ></limel-button>
      </div>
      <pre tabindex="0" aria-label=${this.heading}>${pretty(this.text)}</pre>`;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text);
    this.copied = true;
  }
}
