import { html } from 'lit';
import type { InvoiceMention } from '../../../bff/contract/admin/events.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** The invoice's page in Lime; the same from Lime Admin, which is an application of its own beside the client. */
export function invoiceUrl(limeId: number): string {
  const [, application] = location.pathname.split('/');
  return `${application ? `/${application}` : ''}/client/object/invoice/${limeId}`;
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
