import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { InvoiceStatus, SeenInput } from '../../../bff/contract/invoice-status.ts';
import { focusedElement } from '../../host/focus.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { momentText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { LazyReasons } from '../../shared/lazy-reasons.ts';
import { styles } from './invoice-notices.styles.ts';
import { idle, type Marking } from './marking.ts';
import { type Notice, noticesFor } from './notices-for.ts';

/**
 * Why autogiro failed, why the invoice did not reach the debtor, and what the debtor wrote; each with a button that
 * marks it as read, where that can be done.
 *
 * A button loses the focus while it is busy. It then goes to what came of it: the words of the failure, or that it is
 * marked.
 *
 * @property status - the invoice
 * @property marking - how far marking something as read has come
 * @property t - the texts
 * @fires seen - the user marks something as read; `detail` is what was shown, as the BFF takes it
 */
export class InvoiceNotices extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) status?: InvoiceStatus;
  @property({ attribute: false }) marking: Marking = idle;
  @property({ attribute: false }) t?: Translator;

  @state() private marked = false;

  readonly #reasons = new LazyReasons(this);
  /** What the user is marking as read here. */
  #pressed: Notice['id'] | undefined;

  protected override willUpdate(): void {
    if (!this.status || !this.t) return;
    const shown = this.#notices(this.status, this.t);
    const inHand = this.#pressed ?? this.#focused();
    if (inHand && !shown.some(({ id }) => id === inHand)) this.marked = true;
    this.hidden = shown.length === 0 && !this.marked;
  }

  protected override render(): unknown {
    const { t, status } = this;
    if (!t || !status) return nothing;
    return html`
      <p role="status" tabindex=${this.marked ? '-1' : nothing} @blur=${this.#forget}>
        ${this.marked ? t.text('notice.marked') : nothing}
      </p>
      ${this.#notices(status, t).map((notice) => keyed(notice.id, this.#notice(notice, t)))}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.marking.kind === 'sending') return;
    const isAnswered = changed.get('marking')?.kind === 'sending';
    if (isAnswered) this.#pressed = undefined;
    const isFocusLost = focusedElement() === document.body;
    if ((isAnswered || this.marked) && isFocusLost)
      this.renderRoot.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  /** The notice whose button has the focus; another user may have marked it meanwhile. */
  #focused(): string | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-notice]')?.dataset.notice;
  }

  /** Marking it as read is for those who may update invoices. */
  get #readsOnly(): boolean {
    const { dispute } = this.status?.allowed ?? {};
    return dispute?.ok === false && dispute.reason === 'forbidden';
  }

  #notices(status: InvoiceStatus, t: Translator): Notice[] {
    return noticesFor(status, this.#reasons.textFor(status.autogiro?.reason ?? null, t), t);
  }

  #notice({ id, title, at, tone, text, quote, seen }: Notice, t: Translator): unknown {
    return html`<div class="notice ${tone}" role="group" aria-labelledby=${id} data-notice=${id}>
      <div class="words">
        <h3 id=${id}>${t.text(title)}</h3>
        <time datetime=${at}>${momentText(at, t.locale)}</time>
        ${text ? html`<p>${text}</p>` : nothing}
        ${quote ? html`<blockquote>${t.text('card.quote', { text: quote })}</blockquote>` : nothing}
      </div>
      ${this.#fault(id, t)} ${seen && !this.#readsOnly ? this.#button(id, seen, t) : nothing}
    </div>`;
  }

  #button(id: Notice['id'], seen: SeenInput, t: Translator): unknown {
    const { marking } = this;
    const sending = marking.kind === 'sending';
    return html`<limel-button
      data-button="seen"
      outlined
      .label=${t.text('notice.mark-read')}
      .loading=${sending && marking.what === id}
      .loadingFailed=${marking.kind === 'failed' && marking.what === id}
      .disabled=${sending && marking.what !== id}
      @click=${() => sending || this.#press(id, seen)}
    ></limel-button>`;
  }

  #fault(id: Notice['id'], t: Translator): unknown {
    const { marking } = this;
    if (marking.kind !== 'failed' || marking.what !== id) return nothing;
    const { text, reference } = faultText(marking.fault, t);
    return html`<p class="fault" role="alert" tabindex="-1">
      ${text} ${reference && html`<span class="reference">${reference}</span>`}
    </p>`;
  }

  #press(id: Notice['id'], detail: SeenInput): void {
    this.marked = false;
    this.#pressed = id;
    this.dispatchEvent(new CustomEvent('seen', { detail }));
  }

  #forget(): void {
    this.marked = false;
  }
}
