import { html } from 'lit';
import type { InvoiceMention } from '../../../bff/contract/admin/events.ts';
import { invoiceLimetype } from '../../bff/invoice-limetype.ts';
import { invoiceUrl as pageUrl } from '../../host/invoice-url.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** The invoice's page in Lime, by what this Lime calls invoices. */
export function invoiceUrl(limeId: number): string {
  const [, application = ''] = location.pathname.split('/');
  return pageUrl(invoiceLimetype(decodeURIComponent(application)).name, limeId);
}

/** An invoice by its number, as a link where Lime has it. */
export function invoiceLink(
  { limeId, invoiceNumber, actionPublicId }: InvoiceMention,
  t: PanelTranslator,
): unknown {
  const name = invoiceNumber ?? (limeId === null ? actionPublicId : String(limeId));
  return limeId === null
    ? html`<span title=${t.panel('event.not-in-lime')}>${name}</span>`
    : html`<a href=${invoiceUrl(limeId)} aria-label=${t.panel('event.in-lime', { number: name })}>${name}</a>`;
}
