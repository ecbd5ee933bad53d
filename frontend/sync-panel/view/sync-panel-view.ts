import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ProcessingState } from '../../../bff/contract/admin/processing.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { type AdminClient, adminClient } from '../../bff/admin/admin-client.ts';
import { readProcessing } from '../../bff/admin/processing.ts';
import type { BffFault } from '../../bff/bff-error.ts';
import { goTo, readAddress, watchAddress } from '../../host/address.ts';
import type { Application } from '../../host/types.ts';
import { loadPanelTranslator, type PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { ActionController } from '../../shared/controllers/action.ts';
import { ClockController } from '../../shared/controllers/clock.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { pauseDialog, processingControl } from '../dialogs/processing-control.ts';
import { actionNotice } from '../parts/action-notice.ts';
import { empty, whenRead } from '../parts/list-states.ts';
import { verdictHead, verdictStyles } from '../parts/verdict-head.ts';
import { verdictText } from '../text/verdict-text.ts';
import { panelStyles } from './panel.styles.ts';
import { formatRoute, type PanelRoute, parseRoute, type Tab, tabs } from './panel-route.ts';

const readEvery = 5_000;
const tick = 1_000;

/**
 * What an administrator sees: first whether all is well, then the tab that the address names. Other users see that
 * the panel is not for them, and whether processing is paused.
 *
 * @property application - which Lime application, and its language
 */
export class SyncPanelView extends LitElement {
  static override styles = [
    panelStyles,
    verdictStyles,
    css`
      .tabs {
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) application!: Application;

  @state() private t?: PanelTranslator;
  @state() private route: PanelRoute = parseRoute(readAddress());
  /** The reason typed in the pause dialog; undefined while the dialog is closed. */
  @state() private why: string | undefined;
  /** The first sentence as it was at its last change; a change of only the ages in it is not announced. */
  #announced = '';
  #kind = '';

  readonly #status = new Resource<AdminStatus>(this, readEvery);
  readonly #action = new ActionController(this);
  readonly #processing = new Resource<ProcessingState>(this);
  readonly #clock = new ClockController(this, tick);
  #client!: AdminClient;
  #stopWatching?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchAddress(() => {
      this.route = parseRoute(readAddress());
    });
    this.route = parseRoute(readAddress());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { name, language } = this.application;
    if (changed.has('application')) {
      this.#client = adminClient(name);
      void loadPanelTranslator(language).then((t) => {
        if (language === this.application.language) this.t = t;
      });
    }
    this.#status.follow(name, () => this.#client.status());
    this.#announce();
    if (isRefused(this.#status.fault)) this.#processing.follow(name, () => readProcessing(name));
  }

  protected override render(): unknown {
    const { t } = this;
    if (!t) return html`<div class="empty"><limel-spinner size="medium"></limel-spinner></div>`;
    if (isRefused(this.#status.fault)) return this.#refused(t);
    return html`<div class="stack">
      ${whenRead(this.#status, t, (status) => this.#panel(status, t))}
    </div>`;
  }

  #announce(): void {
    const verdict = this.#status.data?.verdict;
    if (!verdict || !this.t) return;
    const kind = JSON.stringify([
      verdict.kind,
      'issue' in verdict ? verdict.issue?.id : null,
      this.t.language,
    ]);
    if (kind === this.#kind) return;
    this.#kind = kind;
    this.#announced = verdictText(verdict, this.#clock.now, this.t).sentence;
  }

  #panel(status: AdminStatus, t: PanelTranslator): unknown {
    const { now } = this.#clock;
    return html`
      <p role="status" class="visually-hidden">${this.#announced}</p>
      ${verdictHead(status, now, t)}
      ${actionNotice(this.#action, t)}
      ${status.paused ? this.#control(status, t) : nothing}
      <limel-tab-bar
        class="tabs"
        .tabs=${this.#tabs(status, t)}
        @changeTab=${(event: CustomEvent<{ id: Tab; active?: boolean }>) => this.#goTo(event)}
      ></limel-tab-bar>
      <div @changed=${() => this.#status.refresh()}>${this.#tab(status, t)}</div>
      ${status.paused ? nothing : this.#control(status, t)}
      ${
        this.why === undefined
          ? nothing
          : pauseDialog(this.why, {
              fault: this.#action.fault,
              busy: this.#action.busy,
              act: {
                write: (why) => {
                  this.why = why;
                },
                confirm: () => this.#do(() => this.#client.pause(this.why?.trim() ?? '')),
                close: () => {
                  this.why = undefined;
                },
              },
              t,
            })
      }
    `;
  }

  /** First on the page only while processing is paused. */
  #control(status: AdminStatus, t: PanelTranslator): unknown {
    return html`<div class="row">
        ${processingControl(
          status.paused,
          this.#action.busy,
          {
            ask: () => {
              this.why = '';
            },
            resume: () => this.#do(() => this.#client.resume()),
          },
          t,
        )}
      </div>`;
  }

  #tabs({ issues }: AdminStatus, t: PanelTranslator) {
    const open = issues.errors + issues.warnings;
    return tabs.map((id) => ({
      id,
      text: t.panel(`tab.${id}`),
      active: id === this.route.tab,
      ...(id === 'issues' && open > 0 && { badge: open }),
    }));
  }

  /** Lime's tab bar also reports the tab that is left. */
  #goTo({ detail }: CustomEvent<{ id: Tab; active?: boolean }>): void {
    if (detail.active && detail.id !== this.route.tab) goTo(formatRoute({ tab: detail.id }));
  }

  #tab(status: AdminStatus, t: PanelTranslator): unknown {
    const { route } = this;
    const client = this.#client;
    switch (route.tab) {
      case 'overview':
        return html`<lwc-limepkg-billecta-integration-sync-overview .client=${client} .route=${route} .t=${t} .status=${status}></lwc-limepkg-billecta-integration-sync-overview>`;
      case 'issues':
        return html`<lwc-limepkg-billecta-integration-sync-issues .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-issues>`;
      case 'events':
        return route.id === null
          ? html`<lwc-limepkg-billecta-integration-sync-events .client=${client} .route=${route} .t=${t} .status=${status}></lwc-limepkg-billecta-integration-sync-events>`
          : html`<lwc-limepkg-billecta-integration-sync-event .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-event>`;
      case 'rejected':
        return html`<lwc-limepkg-billecta-integration-sync-rejected .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-rejected>`;
      case 'commands':
        return html`<lwc-limepkg-billecta-integration-sync-commands .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-commands>`;
      case 'reconciliation':
        return route.id === null
          ? html`<lwc-limepkg-billecta-integration-sync-reconciliation .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-reconciliation>`
          : html`<lwc-limepkg-billecta-integration-sync-run .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-run>`;
      case 'checks':
        return html`<lwc-limepkg-billecta-integration-sync-checks .client=${client} .route=${route} .t=${t}></lwc-limepkg-billecta-integration-sync-checks>`;
    }
  }

  #refused(t: PanelTranslator): unknown {
    const state = this.#processing.data;
    return html`<div class="stack">
      ${empty('lock', t.panel('panel.refused.heading'), t.panel('panel.refused.text'))}
      ${
        state === undefined
          ? nothing
          : html`<p role="status">${
              state.paused
                ? t.text('card.processing-paused', { why: state.paused.why })
                : t.panel('panel.processing.running')
            }</p>`
      }
    </div>`;
  }

  async #do(act: () => Promise<ProcessingState>): Promise<void> {
    await this.#action.run(act, () => {
      this.why = undefined;
    });
    await this.#status.refresh();
  }
}

/** Whether Lime says that the user is no administrator, or hides that there is such a thing. */
function isRefused(fault: BffFault | undefined): boolean {
  return fault?.kind === 'problem' && ['forbidden', 'not-found'].includes(fault.problem.code);
}
