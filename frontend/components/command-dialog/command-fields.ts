import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { CommentsGo } from '../../bff/invoice-limetype.ts';
import type { Translator } from '../../i18n/translator.ts';
import { type CommandDialogInput, type CommandField, fieldsOf } from '../../shared/commands/command-input.ts';
import { reasonOptions } from '../../shared/commands/dispute-reasons.ts';
import { LimeNames } from '../../shared/controllers/lime-names.ts';
import { untilField, styles as untilStyles } from './until-field.ts';

/**
 * What a command asks for: reason, comment, and until when. Shows nothing for a command that asks for nothing.
 *
 * @property command - which command
 * @property value - what is filled in
 * @property commentsGo - who reads the comment in Billecta; undefined while that is not known
 * @property disabled - nothing can be filled in now
 * @property t - the texts
 * @fires change - `detail` is the new value
 */
export class CommandFields extends LitElement {
  static override styles = [
    css`
    :host {
      display: grid;
      gap: 1rem;
    }

    :host([hidden]) {
      display: none;
    }

    p {
      margin: 0 0 0 1.75rem;
      font-size: 0.75rem;
      line-height: 1.4;
      color: rgb(var(--contrast-1100));
    }

    /* Lists of options hang in the page, not in the dialog. */
    limel-select {
      --dropdown-z-index: calc(var(--dialog-z-index, 7) + 1);
    }
  `,
    untilStyles,
  ];

  @property({ attribute: false }) command: CommandName = 'dispute';
  @property({ attribute: false }) value: CommandDialogInput = {};
  @property({ attribute: false }) commentsGo?: CommentsGo | undefined;
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) t?: Translator;

  @state() private invalid = false;

  constructor() {
    super();
    new LimeNames(this);
  }

  protected override willUpdate(): void {
    this.hidden = fieldsOf(this.command).length === 0;
  }

  protected override render(): unknown {
    const { t } = this;
    if (!t) return nothing;
    return fieldsOf(this.command).map((field) => this.#field(field, t));
  }

  #field(field: CommandField, t: Translator): unknown {
    switch (field) {
      case 'reason':
        return this.#reason(t);
      case 'comment':
        return this.#comment(t);
      case 'until':
        return this.#until(t);
      case 'toDebtor':
        return this.commentsGo === 'debtor' ? this.#toDebtor(t) : nothing;
    }
  }

  #reason(t: Translator): unknown {
    const options = [{ text: t.text('dispute-reason.none'), value: '' } as const, ...reasonOptions(t)];
    return html`<limel-select
      .label=${t.text('dialog.reason')}
      .options=${options}
      .value=${options.find(({ value }) => value === (this.value.reason ?? ''))}
      .disabled=${this.disabled}
      @change=${(event: CustomEvent<(typeof options)[number]>) =>
        this.#change(event, { reason: event.detail.value || undefined })}
    ></limel-select>`;
  }

  #comment(t: Translator): unknown {
    const isSent = this.commentsGo === 'private' || this.commentsGo === 'debtor';
    return html`<limel-input-field
      type="textarea"
      maxlength="1000"
      .label=${t.text('dialog.comment')}
      .helperText=${isSent ? t.text('dialog.comment.sent') : undefined}
      .value=${this.value.comment ?? ''}
      .disabled=${this.disabled}
      @input=${{ capture: true, handleEvent: this.#typed }}
      @change=${(event: CustomEvent<string>) => this.#change(event, { comment: event.detail })}
    ></limel-input-field>`;
  }

  /** Lime's field reports what is typed a while later, and whoever is quick sends it before. */
  readonly #typed = (event: Event): void => {
    const [field] = event.composedPath();
    if (field instanceof HTMLTextAreaElement) this.#set({ comment: field.value });
  };

  #toDebtor(t: Translator): unknown {
    const hasComment = !!this.value.comment?.trim();
    return html`<div><limel-checkbox
      .label=${t.text('dialog.to-debtor')}
      .checked=${hasComment && this.value.toDebtor === true}
      .disabled=${this.disabled || !hasComment}
      @change=${(event: CustomEvent<boolean>) => this.#change(event, { toDebtor: event.detail })}
    ></limel-checkbox>
    <p>${t.text('dialog.to-debtor.help')}</p></div>`;
  }

  #until(t: Translator): unknown {
    const { disabled, invalid } = this;
    return untilField({ until: this.value.until, disabled, invalid }, t, (until, invalid) => {
      this.invalid = invalid;
      if (until !== this.value.until) this.#set({ until });
    });
  }

  /** Whether all can be sent; where not, the focus is on what cannot. */
  check(): boolean {
    const day = this.renderRoot.querySelector<HTMLInputElement>('[type=date]');
    this.invalid = day?.validity.valid === false;
    if (this.invalid) day?.focus();
    return !this.invalid;
  }

  #change(event: Event, changed: CommandDialogInput): void {
    event.stopPropagation();
    this.#set(changed);
  }

  #set(changed: CommandDialogInput): void {
    this.value = { ...this.value, ...changed };
    this.dispatchEvent(new CustomEvent('change', { detail: this.value }));
  }
}
