import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { TaskItem, TaskProgress } from '../../../bff/contract/task.ts';
import type { Translator } from '../../i18n/translator.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';
import { type ProblemGroup, problemGroups } from './problem-groups.ts';
import { styles } from './task-progress.styles.ts';

const outcomes = ['done', 'unchanged', 'refused', 'failed', 'cancelled'] as const;

/**
 * How far a command on many invoices has come: a bar while it is under way; then what succeeded, and what did not, by
 * reason and with the invoices.
 *
 * @property task - what to show; undefined while it is read
 * @property problems - the invoices that were refused or failed, once it has ended
 * @property lost - it cannot be read just now
 * @property busy - a cancel or a retry is on its way
 * @property urlOf - the address of an invoice in Lime
 * @property t - the texts
 * @fires cancel - the user wants the rest left undone
 * @fires retry - the user wants the failed ones tried again
 * @fires undo - the user wants undone what was changed
 * @fires csv - the user wants the outcome of every invoice as a file
 */
export class TaskProgressElement extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) task?: TaskProgress;
  @property({ attribute: false }) problems: readonly TaskItem[] = [];
  @property({ type: Boolean }) lost = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) urlOf: (limeId: number) => string = () => '';
  @property({ attribute: false }) t?: Translator;

  /** On how far it has come. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus());
  }

  protected override render(): unknown {
    const { t, task } = this;
    if (!t) return nothing;
    const underWay = task?.endedAt == null;
    return html`
      ${this.#bar(t)}
      ${this.lost ? html`<lwc-limepkg-billecta-integration-callout tone="caution" .text=${t.text('task.lost')}></lwc-limepkg-billecta-integration-callout>` : nothing}
      ${task && !underWay ? this.#outcome(task, t) : nothing}
      ${task ? this.#actions(task, t) : nothing}
    `;
  }

  /** The status line is there from the first render on: a screen reader announces only what changes in it. */
  #bar(t: Translator): unknown {
    const { task } = this;
    const total = task?.total ?? 0;
    const count = total - (task?.counts.waiting ?? 0);
    const words = !task ? '' : t.text('task.progress', { count, total });
    const cancelling = task?.state === 'cancelling' ? ` ${t.text('task.cancelling')}` : '';
    return html`<div class="bar">
      <limel-linear-progress
        .language=${t.language}
        .accessibleLabel=${task && t.bulkTitle(task.command)}
        .indeterminate=${!task}
        .value=${total === 0 ? 0 : count / total}
      ></limel-linear-progress>
      <p role="status" tabindex="-1">${words}${cancelling}</p>
    </div>`;
  }

  #outcome(task: TaskProgress, t: Translator): unknown {
    const shown = outcomes.filter((outcome) => task.counts[outcome] > 0);
    return html`
      <dl class="counts">
        ${shown.map((each) => html`<div><dt>${t.text(`task.${each}`)}</dt><dd>${task.counts[each]}</dd></div>`)}
      </dl>
      ${task.whys.length > 0 ? html`<ul>${problemGroups(task, this.problems, t).map((group) => this.#group(group, t))}</ul>` : nothing}
    `;
  }

  #group({ outcome, words, count, invoices }: ProblemGroup, t: Translator): unknown {
    const left = count - invoices.length;
    const more = left > 0 ? ` ${t.text('task.more', { count: left })}` : '';
    return html`<li class=${outcome}>
      <p>${`${words} (${count})`}</p>
      ${
        invoices.length > 0
          ? html`<p class="invoices">${invoices.map(
              ({ name, limeId }) => html`<a href=${this.urlOf(limeId)} target="_blank">${name}</a> `,
            )}${more}</p>`
          : nothing
      }
    </li>`;
  }

  #actions(task: TaskProgress, t: Translator): unknown {
    if (task.endedAt === null) {
      const stopped = task.state === 'cancelling';
      return html`<div class="actions">${stopped ? nothing : this.#button('cancel', t)}</div>`;
    }
    return html`<div class="actions">
      ${task.counts.failed > 0 ? this.#button('retry', t) : nothing}
      ${this.#button('csv', t)} ${undoable(task) > 0 ? this.#button('undo', t, ` (${undoable(task)})`) : nothing}
    </div>`;
  }

  #button(act: 'cancel' | 'retry' | 'csv' | 'undo', t: Translator, count = ''): unknown {
    return html`<limel-button
      data-button=${act}
      outlined
      .label=${t.text(act === 'undo' ? 'action.undo' : `task.${act}`) + count}
      .disabled=${this.busy}
      @click=${() => this.busy || this.dispatchEvent(new CustomEvent(act))}
    ></limel-button>`;
  }
}

/** How many invoices can be undone: what starts collection again has forgotten what stopped it. */
function undoable({ command, counts, whys }: TaskProgress): number {
  if (!commandMeta[command].stops) return 0;
  return whys.reduce(
    (left, { remark, count }) => (remark === 'end-changed' ? left - count : left),
    counts.done,
  );
}
