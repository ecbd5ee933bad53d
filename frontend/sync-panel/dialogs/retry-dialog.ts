import { html, nothing } from 'lit';
import type { RetryAnswer } from '../../../bff/contract/admin/events.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { effectText } from '../text/effect-text.ts';
import { confirmDialog } from './confirm-dialog.ts';

/**
 * A retry that a user considers: of what, how many events that covers, and, once known, what it would change. The address
 * may change while the dialog is open, so the plan and not the address says what is retried.
 */
export interface RetryPlan<Scope> {
  scope: Scope;
  /** Null until it is known; `more` when there are more than were counted. */
  count: { matched: number; more: boolean } | null;
  preview: RetryAnswer | null;
}

/** How many lines of what would happen are shown. */
const shown = 100;

/** What a retry would change, event by event, before it is done. */
export function retryDialog(
  { count, preview }: Omit<RetryPlan<unknown>, 'scope'>,
  busy: boolean,
  act: { confirm(): void; close(): void },
  t: PanelTranslator,
): unknown {
  const matched = preview?.matched ?? count?.matched ?? 0;
  return confirmDialog(
    {
      heading: t.panel('retry.heading'),
      content: html`
        ${count === null && preview === null ? html`<p role="status">${t.panel('retry.looking')}</p>` : nothing}
        ${matched > 0 ? html`<p role="status">${t.panel('retry.matched', { count: matched })}</p>` : nothing}
        ${count?.more ? html`<p class="quiet">${t.panel('retry.more', { count: count.matched })}</p>` : nothing}
        ${preview !== null && matched === 0 ? html`<p>${t.panel('retry.none')}</p>` : nothing}
        ${
          preview === null
            ? html`<limel-spinner></limel-spinner>`
            : html`<ul class="stack preview">${preview.changes
                .slice(0, shown)
                .map(
                  ({ id, event, effects }) =>
                    html`<li><b>${id}</b> ${event ?? t.panel('events.unknown-name')}: ${effectText(effects, t)}</li>`,
                )}</ul>`
        }
      `,
      confirm: preview !== null && matched > 0 ? t.panel('retry.confirm', { count: matched }) : null,
      busy,
      onConfirm: act.confirm,
      onClose: act.close,
    },
    t,
  );
}
