import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * A message beside what it is about. Lime's own is fetched when it is first shown, which is too late for saying that
 * there is no connection.
 *
 * @property heading - what it is about
 * @property text - the message; the reference is smaller and below it
 * @property tone - its colour
 * @slot - what can be done about it
 */
export class Callout extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      gap: 0.25rem;
      padding: 0.5rem 0.75rem;
      border: 1px solid rgb(var(--contrast-700));
      border-inline-start: 0.25rem solid rgb(var(--contrast-1100));
      border-radius: 0.5rem;
      background: rgb(var(--contrast-300));
      color: rgb(var(--contrast-1500));
      font-size: 0.875rem;
      line-height: 1.4;
      overflow-wrap: anywhere;
    }

    :host([tone='caution']) {
      border-inline-start-color: rgb(var(--color-orange-darker));
    }

    :host([tone='warning']) {
      border-inline-start-color: rgb(var(--color-red-default));
    }

    :host(:focus-visible) {
      outline: 0.125rem solid currentColor;
      outline-offset: 0.125rem;
    }

    h3,
    p {
      margin: 0;
    }

    h3 {
      font-size: inherit;
    }

    .reference {
      font-size: 0.75rem;
      color: rgb(var(--contrast-1100));
    }
  `;

  @property() heading = '';
  @property() text = '';
  @property() reference: string | undefined;
  @property({ reflect: true }) tone: 'note' | 'caution' | 'warning' = 'note';

  protected override render(): unknown {
    return html`
      ${this.heading ? html`<h3>${this.heading}</h3>` : nothing}
      <p>${this.text}</p>
      ${this.reference ? html`<p class="reference">${this.reference}</p>` : nothing}
      <slot></slot>
    `;
  }
}
