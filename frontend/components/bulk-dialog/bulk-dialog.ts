import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { TaskCount, TaskProgress } from '../../../bff/contract/task.ts';
import { type BffFault, faultOf, mayPass } from '../../bff/bff-error.ts';
import type { CommentsGo } from '../../bff/invoice-limetype.ts';
import { serverTime } from '../../bff/server-clock.ts';
import type { TaskFollower, TaskView } from '../../bff/tasks/task-follower.ts';
import { saveFile } from '../../host/save-file.ts';
import { commandFieldsTag, taskProgressTag } from '../../host/tags.ts';
import { faultText } from '../../i18n/fault-text.ts';
import type { Translator } from '../../i18n/translator.ts';
import {
  type CommandDialogInput,
  effectOf,
  filledIn,
  swedishDay,
} from '../../shared/commands/command-input.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';
import { DialogLifecycle } from '../../shared/controllers/dialog-lifecycle.ts';
import { LimeNames } from '../../shared/controllers/lime-names.ts';
import { StepFocus } from '../../shared/controllers/step-focus.ts';
import { faultCallout } from '../../shared/fault-callout.ts';
import type { CommandFields } from '../command-dialog/command-fields.ts';
import { outcomeCsv, outcomeFile } from '../task-progress/outcome-csv.ts';
import { styles } from './bulk-dialog.styles.ts';
import type { BulkDialogEnd, BulkRun } from './bulk-run.ts';
import { alreadyPaused, begunOf, countList } from './count-list.ts';

type Step =
  | { kind: 'counting' }
  | { kind: 'uncounted'; fault: BffFault }
  | { kind: 'asking' | 'beginning'; count: TaskCount; fault?: BffFault }
  | { kind: 'following'; view: TaskView; fault?: BffFault; busy?: boolean };

/**
 * A command on many invoices: counts first on how many it can be run, asks, and then shows the progress, until the task
 * has ended or the user leaves the dialog.
 *
 * Lime's dialog service gives properties only once, so the dialog asks for all it needs itself, through `run`. The
 * code that opened it closes it.
 *
 * @property command - which command
 * @property everything - all invoices there are, rather than chosen ones
 * @property t - the texts
 * @property value - what is filled in; the user may change it
 * @property commentsGo - whether comments are written to Billecta; never to the debtors of many invoices
 * @property run - what can be done about the selection
 * @property follower - a task to show at once, instead of counting
 * @fires dismiss - the user left it, or Lime has taken it away; `detail` says with which task
 * @fires gone - it leaves the page; fired at that moment
 */
export class BulkDialog extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) command: CommandName = 'dispute';
  @property({ type: Boolean }) everything = false;
  @property({ attribute: false }) t?: Translator;
  @property({ attribute: false }) value: CommandDialogInput = {};
  @property({ attribute: false }) commentsGo?: CommentsGo | undefined;
  @property({ attribute: false }) run?: BulkRun;
  @property({ attribute: false }) follower?: TaskFollower;

  @state() private step: Step = { kind: 'counting' };
  @state() private other: TaskProgress | undefined;

  /** The key of the current request: a second click, or a try after a lost answer, starts nothing new. */
  readonly #key = crypto.randomUUID();
  readonly #undoKey = crypto.randomUUID();
  readonly #lifecycle = new DialogLifecycle(
    this,
    (): BulkDialogEnd => (this.follower ? { follower: this.follower } : {}),
  );
  #unsubscribe?: () => void;

  constructor() {
    super();
    new LimeNames(this);
    new StepFocus(this, () => this.#place);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.follower) this.#follow(this.follower);
    else void this.#count();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override render(): unknown {
    const { t, command, step } = this;
    if (!t) return nothing;
    const beginning = step.kind === 'beginning';
    return html`<limel-dialog
      open
      .heading=${{ title: t.bulkTitle(command), icon: commandMeta[command].icon }}
      .closingActions=${{ escapeKey: !beginning, scrimClick: false }}
      @close=${this.#lifecycle.closed}
    >
      ${this.#body(t)} ${this.#failure(t)} ${this.#buttons(t)}
    </limel-dialog>`;
  }

  #body(t: Translator): unknown {
    const { step } = this;
    switch (step.kind) {
      case 'counting':
        return html`<div class="waiting" role="status" tabindex="-1">
          <limel-spinner size="small"></limel-spinner>
          <p>${t.text('bulk.counting')}</p>
        </div>`;
      case 'uncounted':
        return nothing;
      case 'asking':
      case 'beginning':
        return this.#question(step.count, step.kind === 'beginning', t);
      case 'following':
        return html`<lwc-limepkg-billecta-integration-task-progress
          .task=${step.view.progress}
          .problems=${step.view.problems}
          .lost=${step.view.lost}
          .busy=${step.busy ?? false}
          .urlOf=${this.run?.urlOf}
          .t=${t}
          @cancel=${() => void this.#act((run, id) => run.cancel(id))}
          @retry=${() => void this.#act((run, id) => run.retryFailed(id))}
          @undo=${() => void this.#act((run, id) => this.#undo(run, id))}
          @csv=${() => void this.#act((run, id) => this.#save(run, id, t))}
        ></lwc-limepkg-billecta-integration-task-progress>`;
    }
  }

  /** The step, and what it is about. */
  get #place(): readonly [step: string, place: string] {
    const { step } = this;
    if (this.#fault) return ['failed', '[role=alert]'];
    switch (step.kind) {
      case 'asking':
        return [step.kind, '.summary'];
      case 'following': {
        if (step.busy || step.view.progress?.endedAt == null)
          return [step.busy ? 'busy' : step.kind, taskProgressTag];
        return ['ended', '[data-button=dismiss]'];
      }
      default:
        return [step.kind, '[role=status]'];
    }
  }

  #question(count: TaskCount, beginning: boolean, t: Translator): unknown {
    return html`
      ${this.#underWay(t)}
      ${this.everything ? html`<lwc-limepkg-billecta-integration-callout tone="caution" .text=${t.text('bulk.everything')}></lwc-limepkg-billecta-integration-callout>` : nothing}
      ${countList(this.command, count, t)} ${this.#changeEnd(count, beginning, t)}
      ${
        this.#begun(count) > 0
          ? html`<p>${t.text(effectOf(this.command))} ${commandMeta[this.command].stops ? nothing : t.text('bulk.stay-stopped')}</p>
              <p class="affects">${t.text('dialog.affects')}</p>
              <lwc-limepkg-billecta-integration-command-fields
                .command=${this.command}
                .value=${this.value}
                .commentsGo=${this.commentsGo === 'debtor' ? 'private' : this.commentsGo}
                .disabled=${beginning}
                .t=${t}
                @change=${(event: CustomEvent<CommandDialogInput>) => {
                  this.value = event.detail;
                }}
              ></lwc-limepkg-billecta-integration-command-fields>`
          : nothing
      }
      <p class="status" role="status" tabindex="-1">${beginning ? t.text('chip.sending') : nothing}</p>
    `;
  }

  /** Pauses that are there already keep their end unless the user wants it otherwise. */
  #changeEnd(count: TaskCount, beginning: boolean, t: Translator): unknown {
    const paused = alreadyPaused(count);
    if (this.command !== 'pause' || paused === 0) return nothing;
    return html`<limel-checkbox
      .label=${t.text('bulk.change-end', { count: paused })}
      .checked=${this.value.changeEnd === true}
      .disabled=${beginning}
      @change=${(event: CustomEvent<boolean>) => {
        event.stopPropagation();
        this.value = { ...this.value, changeEnd: event.detail };
      }}
    ></limel-checkbox>`;
  }

  #begun(count: TaskCount): number {
    return begunOf(count, this.value.changeEnd);
  }

  /** A task whose dialog was left is found again here. */
  #underWay(t: Translator): unknown {
    const { other } = this;
    if (!other) return nothing;
    const { total, counts } = other;
    return html`<lwc-limepkg-billecta-integration-callout
      .text=${t.text('task.under-way', { count: total - counts.waiting, total })}
    >
      <limel-button
        data-button="show"
        .label=${t.text('task.show')}
        @click=${() => this.run && this.#follow(this.run.follow(other.id))}
      ></limel-button>
    </lwc-limepkg-billecta-integration-callout>`;
  }

  get #fault(): BffFault | undefined {
    return 'fault' in this.step ? this.step.fault : undefined;
  }

  #failure(t: Translator): unknown {
    const fault = this.#fault;
    return fault ? faultCallout(faultText(fault, t)) : nothing;
  }

  #buttons(t: Translator): unknown {
    const { step } = this;
    if (step.kind === 'following') {
      const ended = step.view.progress?.endedAt != null;
      return this.#button('dismiss', t.text(ended ? 'action.close' : 'task.leave'), () =>
        this.#lifecycle.end(),
      );
    }
    const beginning = step.kind === 'beginning';
    const fault = this.#fault;
    if (fault && !mayPass(fault))
      return this.#button('dismiss', t.text('action.close'), () => this.#lifecycle.end());
    const failed = fault !== undefined;
    return html`
      ${this.#button('dismiss', t.text('dialog.dismiss'), () => beginning || this.#lifecycle.end(), beginning)}
      <limel-button
        slot="button"
        data-button="confirm"
        primary
        .label=${failed ? t.text('action.retry') : this.#confirmText(t)}
        .loading=${beginning}
        .loadingFailed=${failed}
        .disabled=${step.kind === 'counting' || (step.kind === 'asking' && this.#begun(step.count) === 0)}
        @click=${this.#confirm}
      ></limel-button>
    `;
  }

  /** The act, and on how many. */
  #confirmText(t: Translator): string {
    const title = t.bulkTitle(this.command);
    const count = 'count' in this.step ? this.#begun(this.step.count) : 0;
    return count > 0 ? `${title} (${new Intl.NumberFormat(t.locale).format(count)})` : title;
  }

  #button(name: string, label: string, press: () => void, disabled = false): unknown {
    return html`<limel-button
      slot="button"
      data-button=${name}
      .label=${label}
      .disabled=${disabled}
      @click=${press}
    ></limel-button>`;
  }

  async #count(): Promise<void> {
    const { run } = this;
    if (!run) return;
    this.step = { kind: 'counting' };
    void run.underWay().then(
      (other) => {
        this.other = other;
      },
      () => undefined,
    );
    try {
      this.step = { kind: 'asking', count: await run.count() };
    } catch (error) {
      this.step = { kind: 'uncounted', fault: faultOf(error) };
    }
  }

  #confirm = async (): Promise<void> => {
    const { step, run } = this;
    if (this.#fault && !mayPass(this.#fault)) return;
    if (step.kind === 'uncounted') return this.#count();
    if (step.kind !== 'asking' || !run || this.#lifecycle.ended || this.#begun(step.count) === 0) return;
    if (!this.renderRoot.querySelector<CommandFields>(commandFieldsTag)?.check()) return;
    const { count } = step;
    this.step = { kind: 'beginning', count };
    try {
      this.#follow(await run.begin(filledIn(this.command, this.value), this.#key));
    } catch (error) {
      this.step = { kind: 'asking', count, fault: faultOf(error) };
    }
  };

  #follow(follower: TaskFollower): void {
    this.#unsubscribe?.();
    this.follower = follower;
    this.#unsubscribe = follower.subscribe((view) => {
      this.step = { ...(this.step.kind === 'following' && this.step), kind: 'following', view };
    });
  }

  /** The dialog follows the opposite command from then on. */
  async #undo(run: BulkRun, id: string): Promise<undefined> {
    const undoing = await run.undo(id, this.#undoKey);
    this.follower?.stop();
    this.command = commandMeta[this.command].opposite;
    this.#follow(undoing);
  }

  async #save(run: BulkRun, id: string, t: Translator): Promise<undefined> {
    const name = outcomeFile(this.command, swedishDay(serverTime()));
    saveFile(name, outcomeCsv(this.command, await run.items(id), t), 'text/csv');
  }

  /** @param act - may answer the task as it is then */
  async #act(act: (run: BulkRun, id: string) => Promise<TaskProgress | undefined>): Promise<void> {
    const { step, run } = this;
    if (step.kind !== 'following' || step.busy || !run || !this.follower) return;
    this.step = { kind: 'following', view: step.view, busy: true };
    try {
      const progress = await act(run, step.view.id);
      this.step = { kind: 'following', view: this.follower.view };
      if (progress) this.follower.learn(progress);
    } catch (error) {
      this.step = { kind: 'following', view: this.follower.view, fault: faultOf(error) };
    }
  }
}
