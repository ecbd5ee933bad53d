import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../../bff/contract/invoice-status.ts';
import { type BffFault, faultOf, mayPass } from '../../bff/bff-error.ts';
import type { CommentsGo } from '../../bff/invoice-limetype.ts';
import { serverTime } from '../../bff/server-clock.ts';
import { faultText } from '../../i18n/fault-text.ts';
import type { Translator } from '../../i18n/translator.ts';
import {
  type CommandDialogInput,
  canEndOn,
  effectOf,
  fieldsOf,
  filledIn,
} from '../../shared/commands/command-input.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';
import { staysStopped } from '../../shared/commands/stays-stopped.ts';
import { DialogLifecycle } from '../../shared/controllers/dialog-lifecycle.ts';
import { faultCallout } from '../../shared/fault-callout.ts';
import { styles } from './command-dialog.styles.ts';
import { summaryOf } from './summary.ts';

type Progress = { kind: 'asking' } | { kind: 'sending' } | { kind: 'failed'; fault: BffFault };

/**
 * Asks for confirmation of a command, runs it, and stays open with the reason when that fails.
 *
 * Lime's dialog service gives properties only once, so the dialog follows the command itself, through `run`.
 * The code that opened it closes it, on either event.
 *
 * @property command - which command
 * @property status - the invoice as it is now
 * @property t - the texts
 * @property value - what is filled in; the user may change it
 * @property commentsGo - whether the comment is written to Billecta; undefined when that is not known
 * @property run - sends the command; may reject with a `BffError`
 * @fires done - the command was carried out; `detail` is the answer
 * @fires dismiss - the user left it, or Lime has taken it away
 * @fires gone - it leaves the page; fired at that moment
 */
export class CommandDialog extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) command: CommandName = 'dispute';
  @property({ attribute: false }) status?: InvoiceStatus;
  @property({ attribute: false }) t?: Translator;
  @property({ attribute: false }) value: CommandDialogInput = {};
  @property({ attribute: false }) commentsGo?: CommentsGo | undefined;
  @property({ attribute: false }) run?: (input: CommandDialogInput) => Promise<InvoiceStatusAfterCommand>;

  @state() private progress: Progress = { kind: 'asking' };

  readonly #lifecycle = new DialogLifecycle(this);

  protected override render(): unknown {
    const { t, status, command } = this;
    if (!t || !status) return nothing;
    const sending = this.progress.kind === 'sending';
    return html`<limel-dialog
      open
      .heading=${{ title: this.#title(t), icon: commandMeta[command].icon }}
      .closingActions=${{ escapeKey: !sending, scrimClick: false }}
      @close=${this.#lifecycle.closed}
      @keydown=${this.#submitOnEnter}
    >
      <p class="summary">${summaryOf(status, t)}</p>
      <p>${this.#effect(status, t)}</p>
      ${fieldsOf(command).length > 0 ? this.#affects(t) : nothing}
      <lwc-limepkg-billecta-integration-command-fields
        .command=${command}
        .value=${this.value}
        .commentsGo=${this.commentsGo}
        .disabled=${sending}
        .t=${t}
        @change=${(event: CustomEvent<CommandDialogInput>) => {
          this.value = event.detail;
        }}
      ></lwc-limepkg-billecta-integration-command-fields>
      ${this.#failure(t)} ${this.#buttons(t, sending)}
    </limel-dialog>`;
  }

  /** A pause that is there already gets another end. */
  #title(t: Translator): string {
    return this.value.changeEnd ? t.text('action.change-end') : t.title(this.command);
  }

  #effect(status: InvoiceStatus, t: Translator): string {
    if (this.value.changeEnd) return t.text('reason.already-paused');
    return staysStopped(this.command, status, t, serverTime()) ?? t.text(effectOf(this.command));
  }

  #affects(t: Translator): unknown {
    return html`<p class="affects">
      ${t.text('dialog.affects')} ${this.commentsGo === 'off' ? t.text('dialog.comment.off') : nothing}
    </p>`;
  }

  #failure(t: Translator): unknown {
    if (this.progress.kind !== 'failed') return nothing;
    return faultCallout(faultText(this.progress.fault, t));
  }

  #buttons(t: Translator, sending: boolean): unknown {
    const { progress } = this;
    const failed = progress.kind === 'failed';
    const over = failed && !mayPass(progress.fault);
    const leave = this.command === 'cancel-dispute' ? 'dialog.dismiss.cancel-dispute' : 'dialog.dismiss';
    return html`
      <limel-button
        slot="button"
        data-button="dismiss"
        .label=${t.text(over ? 'action.close' : leave)}
        .disabled=${sending}
        @click=${() => sending || this.#lifecycle.end()}
      ></limel-button>
      ${
        over
          ? nothing
          : html`<limel-button
              slot="button"
              data-button="confirm"
              primary
              .label=${failed ? t.text('action.retry') : this.#title(t)}
              .loading=${sending}
              .loadingFailed=${failed}
              @click=${this.#submit}
            ></limel-button>`
      }
    `;
  }

  #submit = async (): Promise<void> => {
    const { progress } = this;
    if (!this.run || progress.kind === 'sending' || this.#lifecycle.ended) return;
    if (progress.kind === 'failed' && !mayPass(progress.fault)) return;
    if (!canEndOn(this.value.until, serverTime())) return;
    this.progress = { kind: 'sending' };
    try {
      this.#lifecycle.end('done', await this.run(filledIn(this.command, this.value)));
    } catch (error) {
      this.progress = { kind: 'failed', fault: faultOf(error) };
    }
  };

  /** Enter confirms, except where it means something else: in the comment, on buttons, in the select. */
  #submitOnEnter(event: KeyboardEvent): void {
    const [target] = event.composedPath();
    if (event.key !== 'Enter' || event.repeat || event.isComposing) return;
    if (target instanceof HTMLTextAreaElement && !(event.ctrlKey || event.metaKey)) return;
    if (target instanceof HTMLButtonElement) return;
    event.preventDefault();
    void this.#submit();
  }
}
