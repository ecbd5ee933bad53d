import { html, type TemplateResult } from 'lit';
import type { Issue, ValueProblem } from '../../../bff/contract/admin/issues.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { invoiceUrl } from './invoice-links.ts';

function objectName(kind: ValueProblem['kind'], limeId: number | null, billectaId: string): unknown {
  const isInvoice = kind === 'invoice' || kind === 'reminder';
  return isInvoice && limeId !== null
    ? html`<a href=${invoiceUrl(limeId)}>${kind} ${limeId}</a>`
    : html`<strong>${kind} ${limeId ?? billectaId}</strong>`;
}

/** The values that Lime was not given: of which object, which field, and why. */
export function valueList({ values, count }: Issue, t: PanelTranslator): TemplateResult {
  const objects = new Set(values.map(({ kind, billectaId }) => `${kind}/${billectaId}`)).size;
  return html`<ul class="values">
    ${values.map(
      ({ kind, billectaId, limeId, limeField, why }) =>
        html`<li>${objectName(kind, limeId, billectaId)} · ${limeField}: ${why}</li>`,
    )}
    ${count > objects ? html`<li>${t.panel('issues.more', { count: count - objects })}</li>` : ''}
  </ul>`;
}
