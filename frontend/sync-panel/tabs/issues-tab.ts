import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Issue, IssueMark } from '../../../bff/contract/admin/issues.ts';
import { momentText, relativeTime } from '../../i18n/format.ts';
import { ActionController } from '../../shared/controllers/action.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { confirmDialog } from '../dialogs/confirm-dialog.ts';
import { actionButton } from '../parts/action-button.ts';
import { actionNotice } from '../parts/action-notice.ts';
import { invoiceLink } from '../parts/invoice-links.ts';
import { empty, whenRead } from '../parts/list-states.ts';
import { stateChip } from '../parts/state-chip.ts';
import { valueList } from '../parts/value-list.ts';
import { untilText } from '../text/event-lines.ts';
import { issueHeading } from '../text/verdict-text.ts';
import { panelStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';

const readEvery = 5_000;

/** What fails now, by cause: what to do about it, and the buttons that fix it. */
export class IssuesTab extends PanelTab {
  static override styles = [
    panelStyles,
    css`
      .issue {
        border-left: 0.25rem solid rgb(var(--color-amber-default));
      }

      .issue[data-severity='error'] {
        border-left-color: rgb(var(--color-red-default));
      }

      .issue[data-severity='info'],
      .issue.dismissed {
        border-left-color: rgb(var(--contrast-700));
      }

      details summary {
        cursor: pointer;
      }
    `,
  ];

  readonly #issues = new Resource<Issue[]>(this, readEvery);
  /** The issue that may be retried, and how much it is; null until that is known. */
  @state() private asked: { issue: Issue; matched: number | null } | undefined;
  readonly #action = new ActionController(this);

  protected override willUpdate(): void {
    const dismissed = this.#showsDismissed();
    this.#issues.follow(String(dismissed), async () => (await this.client.issues(dismissed)).issues);
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      ${actionNotice(this.#action, t)}
      ${whenRead(this.#issues, t, (issues) => this.#list(issues))}
      <limel-switch
        .label=${t.panel('issues.dismissed.show')}
        .value=${this.#showsDismissed()}
        @change=${(event: CustomEvent<boolean>) => this.narrow({ dismissed: event.detail ? 'true' : '' })}
      ></limel-switch>
      ${this.asked ? this.#confirm(this.asked) : nothing}
    </div>`;
  }

  #showsDismissed(): boolean {
    return this.route.query.dismissed === 'true';
  }

  #list(all: readonly Issue[]): unknown {
    const { t, route } = this;
    const issues = route.id === null ? all : all.filter(({ id }) => id === route.id);
    const none =
      route.id === null && issues.every(({ severity }) => severity === 'info')
        ? empty('ok', t.panel('issues.none'), t.panel('issues.none.text'))
        : nothing;
    if (issues.length > 0)
      return html`${none}<ul class="stack">${repeat(
        issues,
        ({ id }) => id,
        (issue) => html`<li>${this.#issue(issue)}</li>`,
      )}</ul>
      ${route.id !== null && all.length > 1 ? html`<a href=${this.link('issues')}>${t.panel('action.back')}</a>` : nothing}`;
    return empty('ok', t.panel('issues.none'), t.panel('issues.none.text'));
  }

  #issue(issue: Issue): unknown {
    const { t } = this;
    const { now } = this.clock;
    const { id, count, severity, dismissed, waiting, nextAttemptAt } = issue;
    const ago = (at: string) => relativeTime(Date.parse(at), now, t.locale);
    return html`<article
      class="issue surface stack ${dismissed ? 'dismissed' : ''}"
      data-issue=${id}
      data-severity=${severity}
      aria-labelledby="heading-${id}"
    >
      <div class="row between">
        <h3 id="heading-${id}">${issueHeading(issue, t)}</h3>
        ${stateChip(severity === 'info' ? 'quiet' : severity, t.panel(`issues.severity.${severity}`))}
      </div>
      <p>${t.panel(`remedy.${issue.remedy}`)}</p>
      <p class="quiet">
        ${t.panel('issues.seen', { first: momentText(issue.firstSeen, t.locale), last: ago(issue.lastSeen) })}.
        ${waiting > 0 ? `${t.panel('issues.waiting', { count: waiting })}.` : ''}
        ${nextAttemptAt ? t.panel('verdict.next', { when: untilText(nextAttemptAt, now, t.locale) }) : ''}
      </p>
      ${this.#mark('issues.acknowledged', issue.acknowledged)} ${this.#mark('issues.dismissed', dismissed)}
      ${
        issue.invoices.length > 0
          ? html`<p>${t.panel('issues.invoices')}: ${issue.invoices.map(
              (invoice, place) => html`${place > 0 ? ', ' : ''}${invoiceLink(invoice, t)}`,
            )}${count > issue.invoices.length ? this.#rest(issue) : nothing}</p>`
          : nothing
      }
      ${issue.values.length > 0 ? valueList(issue, t) : nothing}
      ${
        issue.message
          ? html`<details>
              <summary>${t.panel('issues.says')}</summary>
              <p class="words quiet">${issue.message}</p>
            </details>`
          : nothing
      }
      <div class="row">${this.#actions(issue)}</div>
    </article>`;
  }

  /** How many invoices are not named; a link to all of them where there is a list. */
  #rest({ count, invoices, severity }: Issue): unknown {
    const more = this.t.panel('issues.more', { count: count - invoices.length });
    return severity === 'info'
      ? html` <a href=${this.client.missingCsvUrl} download>${more}</a>`
      : ` ${more}`;
  }

  #mark(key: 'issues.acknowledged' | 'issues.dismissed', mark: IssueMark | null): unknown {
    if (!mark) return nothing;
    const when = momentText(mark.at, this.t.locale);
    return html`<p class="quiet">${this.t.panel(key, { when, who: mark.by })}</p>`;
  }

  #actions(issue: Issue): unknown {
    const { t } = this;
    const button = (name: string, label: string, act: () => void, primary = false) =>
      actionButton(name, label, act, { primary, disabled: this.#action.busy });
    return html`
      ${issue.retryable ? button('retry', t.panel('issues.retry'), () => this.#ask(issue), issue.severity !== 'info') : nothing}
      ${issue.acknowledged || issue.severity === 'info' ? nothing : button('acknowledge', t.panel('issues.acknowledge'), () => this.#markAs(issue, 'acknowledge'))}
      ${issue.dismissed ? nothing : button('dismiss', t.panel('issues.dismiss'), () => this.#markAs(issue, 'dismiss'))}
      ${this.#more(issue)}
    `;
  }

  /** Where more of it is seen. */
  #more({ kind, cause, remedy }: Issue): unknown {
    const { t } = this;
    const checks = /key|credential|rights/.test(remedy)
      ? html`<a href=${this.link('checks')}>${t.panel('issues.checks')}</a>`
      : nothing;
    switch (kind) {
      case 'event':
      case 'failing-event':
        return html`<a href=${this.link('events', null, { states: kind === 'event' ? 'dead' : 'pending', causes: cause })}>${t.panel('issues.events')}</a>${checks}`;
      case 'unreadable-event':
        return html`<a href=${this.link('events', null, { states: 'unreadable' })}>${t.panel('issues.events')}</a>`;
      case 'request':
        return html`<a href=${this.link('rejected', null, { reason: cause })}>${t.panel('issues.requests')}</a>${checks}`;
      case 'reconciliation':
        return html`<a href=${this.link('reconciliation')}>${t.panel('tab.reconciliation')}</a>${checks}`;
      case 'write':
      case 'value':
      case 'read':
      case 'worker-failing':
      case 'asked-to-wait':
        return checks;
    }
  }

  #confirm({ issue, matched }: { issue: Issue; matched: number | null }): unknown {
    const { t } = this;
    return confirmDialog(
      {
        heading: t.panel('issues.retry.heading'),
        content:
          matched === null
            ? html`<limel-spinner></limel-spinner>`
            : html`<p>${issueHeading(issue, t)}.</p>
                <p>${t.panel('issues.retry.text', { count: matched })}</p>`,
        confirm: matched ? t.panel('issues.retry') : null,
        busy: this.#action.busy,
        onConfirm: () => this.#retry(issue),
        onClose: () => {
          if (matched === null) this.#action.cancel();
          this.#close();
        },
      },
      t,
    );
  }

  #ask(issue: Issue): void {
    this.asked = { issue, matched: null };
    void this.#do(
      () => this.client.retryIssue(issue.id, true),
      ({ matched }) => {
        this.asked = { issue, matched };
      },
    );
  }

  #retry(issue: Issue): void {
    void this.#do(
      () => this.client.retryIssue(issue.id, false),
      ({ requeued }) => {
        this.#close();
        return this.t.panel('issues.retried', { count: requeued });
      },
    );
  }

  #markAs(issue: Issue, mark: 'acknowledge' | 'dismiss'): void {
    void this.#do(
      () => this.client.markIssue(issue.id, mark),
      () => undefined,
    );
  }

  async #do<T>(act: () => Promise<T>, done: (answer: T) => string | undefined): Promise<void> {
    await this.#action.run(act, done, this.#close);
    this.emitChanged();
    await this.#issues.refresh();
  }

  #close = (): void => {
    this.asked = undefined;
  };
}
