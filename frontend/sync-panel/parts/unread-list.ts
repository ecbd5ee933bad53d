import { css, html, nothing } from 'lit';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** On how many invoices something waits to be marked as read; nothing where there are none. */
export function unreadList({ comments, deliveries }: AdminStatus['unread'], t: PanelTranslator): unknown {
  if (comments === 0 && deliveries === 0) return nothing;
  return html`<section class="surface unread" aria-labelledby="unread">
    <h4 id="unread">${t.panel('unread.heading')}</h4>
    <ul>
      ${line('complaint', comments, t.panel('unread.comments', { count: comments }))}
      ${line('unavailable', deliveries, t.panel('unread.deliveries', { count: deliveries }))}
    </ul>
  </section>`;
}

const line = (icon: string, count: number, words: string): unknown =>
  count === 0
    ? nothing
    : html`<li><limel-icon .name=${icon} size="small" aria-hidden="true"></limel-icon>${words}</li>`;

export const unreadStyles = css`
  .unread li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-top: 0.25rem;
  }
`;
