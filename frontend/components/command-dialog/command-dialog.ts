import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../../bff/contract/invoice-status.ts';
import { type BffFault, faultOf, mayPass } from '../../bff/bff-error.ts';
import type { CommentsGo } from '../../bff/invoice-limetype.ts';
import { serverTime } from '../../bff/server-clock.ts';
import { commandFieldsTag } from '../../host/tags.ts';
import { type FaultText, faultText, isUnsure } from '../../i18n/fault-text.ts';
import type { Translator } from '../../i18n/translator.ts';
import {
  type CommandDialogInput,
  effectOf,
  fieldsOf,
  filledIn,
} from '../../shared/commands/command-input.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';
import { staysStopped } from '../../shared/commands/stays-stopped.ts';
import { DialogLifecycle } from '../../shared/controllers/dialog-lifecycle.ts';
import { LimeNames } from '../../shared/controllers/lime-names.ts';
import { StepFocus } from '../../shared/controllers/step-focus.ts';
import { faultCallout } from '../../shared/fault-callout.ts';
import { styles } from './command-dialog.styles.ts';
import type { CommandFields } from './command-fields.ts';
import { type Follow, whenSettled } from './late-outcome.ts';
import { summaryOf } from './summary.ts';

/** How long an answer may take before the user is told that it takes long (ms). */
const slowAfter = 3_000;

type Progress =
  | { kind: 'asking' }
  | { kind: 'sending'; slow: boolean }
  /** `wait`: it is being found out whether the command was carried out. */
  | { kind: 'failed'; words: FaultText; next: 'retry' | 'wait' | 'none' };

/** What each step is about. */
const places = { asking: '.summary', sending: '.status', failed: '[role=alert]' } as const;

/**
 * Asks for confirmation of a command, runs it, and stays open with the reason when that fails; when the answer was lost,
 * until the invoice shows what came of it.
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
 * @property follow - subscribes to the invoice
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

  @property({ attribute: false }) follow?: Follow;

  /** Is given what is filled in whenever that changes, so that it is there when the dialog is opened again. */
  @property({ attribute: false }) keep?: (draft: CommandDialogInput) => void;
  /** What the command ends, once that has been read. */
  @property({ attribute: false }) lifts?: Promise<string | undefined>;

  @state() private lifted?: string | undefined;
  @state() private progress: Progress = { kind: 'asking' };

  readonly #lifecycle = new DialogLifecycle(this);
  #stop?: () => void;

  constructor() {
    super();
    new LimeNames(this);
    new StepFocus(this, () => [this.progress.kind, places[this.progress.kind]]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.lifts?.then((lifted) => {
      this.lifted = lifted;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override render(): unknown {
    const { t, status, command } = this;
    if (!t || !status) return nothing;
    return html`<limel-dialog
      open
      .heading=${{ title: this.#title(t), icon: commandMeta[command].icon }}
      .closingActions=${{ escapeKey: !this.#isHeld, scrimClick: false }}
      @close=${this.#lifecycle.closed}
      @keydown=${this.#submitOnEnter}
    >
      <p class="summary" tabindex="-1">${summaryOf(status, t)}</p>
      ${this.lifted ? html`<p class="lifted">${this.lifted}</p>` : nothing}
      <p>${this.#effect(status, t)}</p>
      ${fieldsOf(command).length > 0 ? this.#affects(t) : nothing}
      <lwc-limepkg-billecta-integration-command-fields
        .command=${command}
        .value=${this.value}
        .commentsGo=${this.commentsGo}
        .disabled=${this.progress.kind === 'sending'}
        .t=${t}
        @change=${(event: CustomEvent<CommandDialogInput>) => {
          this.value = event.detail;
          this.keep?.(this.value);
        }}
      ></lwc-limepkg-billecta-integration-command-fields>
      ${this.progress.kind === 'failed' ? faultCallout(this.progress.words) : nothing}
      ${this.#statusLine(t)} ${this.#buttons(t)}
    </limel-dialog>`;
  }

  /** A pause that is there already gets another end. */
  #title(t: Translator): string {
    return this.value.changeEnd ? t.text('action.change-end') : t.title(this.command);
  }

  #effect(status: InvoiceStatus, t: Translator): string {
    if (this.value.changeEnd) return t.text('reason.already-paused');
    const isDue = status.overdue > 0 && !commandMeta[this.command].stops;
    const effect = isDue ? 'command.start.overdue' : effectOf(this.command);
    return staysStopped(this.command, status, t, serverTime()) ?? t.text(effect);
  }

  #affects(t: Translator): unknown {
    return html`<p class="affects">
      ${t.text('dialog.affects')} ${this.commentsGo === 'off' ? t.text('dialog.comment.off') : nothing}
    </p>`;
  }

  /** There from the first render on: a screen reader announces only what changes in it. */
  #statusLine(t: Translator): unknown {
    const { progress } = this;
    const words = progress.kind === 'sending' && t.text(progress.slow ? 'dialog.slow' : 'chip.sending');
    return html`<p class="status" role="status" tabindex="-1">${words || nothing}</p>`;
  }

  #buttons(t: Translator): unknown {
    const { progress, command } = this;
    const sending = progress.kind === 'sending';
    const failed = progress.kind === 'failed';
    const isOpen = failed ? progress.next === 'retry' : !(sending && progress.slow);
    const leave = command === 'cancel-dispute' ? 'dialog.dismiss.cancel-dispute' : 'dialog.dismiss';
    return html`
      <limel-button
        slot="button"
        data-button="dismiss"
        .label=${t.text(isOpen ? leave : 'action.close')}
        .disabled=${this.#isHeld}
        @click=${() => this.#isHeld || this.#lifecycle.end()}
      ></limel-button>
      ${
        failed && !isOpen
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

  /** For a moment after it was sent the dialog cannot be left: most answers come at once. */
  get #isHeld(): boolean {
    return this.progress.kind === 'sending' && !this.progress.slow;
  }

  #submit = async (): Promise<void> => {
    const { progress, run, command, t } = this;
    if (!run || !t || this.#lifecycle.ended || progress.kind === 'sending') return;
    if (progress.kind === 'failed' && progress.next !== 'retry') return;
    if (!this.renderRoot.querySelector<CommandFields>(commandFieldsTag)?.check()) return;
    const input = filledIn(command, this.value);
    const sending = { kind: 'sending', slow: false } as const;
    this.progress = sending;
    const timer = setTimeout(() => {
      if (this.progress === sending) this.progress = { ...sending, slow: true };
    }, slowAfter);
    try {
      this.#lifecycle.end('done', await run(input));
    } catch (error) {
      this.#failed(faultOf(error), input, t);
    } finally {
      clearTimeout(timer);
    }
  };

  #failed(fault: BffFault, input: CommandDialogInput, t: Translator): void {
    const words = faultText(fault, t);
    const unsure = isUnsure(fault);
    this.progress = { kind: 'failed', words, next: unsure ? 'wait' : mayPass(fault) ? 'retry' : 'none' };
    if (!unsure || !this.follow || this.#lifecycle.ended) return;
    this.#stop = whenSettled(this.follow, this.command, input, (answer) => {
      this.#stop?.();
      if (answer) return this.#lifecycle.end('done', answer);
      const text = t.text('problem.outcome.none');
      const heading = t.text('problem.heading');
      this.progress = { kind: 'failed', words: { heading, text, tone: 'warning' }, next: 'retry' };
    });
  }

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
