import { html } from 'lit';
import type { Reconciliation } from '../../../bff/contract/admin/reconciliation.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { progressOf } from '../text/run-text.ts';

/** How far a run that is under way has come. */
export function runProgress(run: Reconciliation, t: PanelTranslator): unknown {
  const progress = progressOf(run);
  const words =
    run.total === null
      ? t.panel('runs.counting')
      : t.panel('runs.compared', { count: run.compared, total: run.total });
  return html`<div class="stack">
    <limel-linear-progress
      .language=${t.language}
      .accessibleLabel=${t.panel('tab.reconciliation')}
      .indeterminate=${progress === null}
      .value=${progress ?? 0}
    ></limel-linear-progress>
    <p role="status">${words}</p>
  </div>`;
}
