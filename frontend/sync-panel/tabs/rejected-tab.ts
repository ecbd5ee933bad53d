import { html, nothing } from 'lit';
import type { RejectedPage, RejectedRequest } from '../../../bff/contract/admin/rejected.ts';
import { momentText, numberText, relativeTime } from '../../i18n/format.ts';
import { Pages } from '../../shared/controllers/pages.ts';
import { chooser, filterStyles } from '../parts/filter-fields.ts';
import { headerList } from '../parts/header-list.ts';
import { empty, moreOf, whenRead } from '../parts/list-states.ts';
import { causeLabel } from '../text/cause-label.ts';
import { type RejectedGroup, rejectedGroups } from '../text/rejected-groups.ts';
import { panelStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';
import '../parts/define-body-block.ts';

const reasons = ['unauthenticated', 'too-large', 'not-json', 'invalid-request', 'not-found'] as const;
type Rest = Pick<RejectedPage, 'reasons' | 'keys'>;

/** The requests that the webhook receiver rejected, and when each key was last used. */
export class RejectedTab extends PanelTab {
  static override styles = [panelStyles, filterStyles];

  readonly #requests = new Pages<RejectedRequest, Rest>(this);

  protected override willUpdate(): void {
    const { reason } = this.route.query;
    this.#requests.follow(reason ?? '', async (after) => {
      const { requests, next, reasons, keys } = await this.client.rejected({ reason, after });
      return { rows: requests, next, rest: { reasons, keys } };
    });
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      ${this.#requests.rest ? this.#keys(this.#requests.rest) : nothing}
      <div class="filters">
        ${chooser(
          'reason',
          t.panel('rejected.reason'),
          reasons.map((value) => ({ value, text: causeLabel(value, t) })),
          { value: this.route.query.reason, t, choose: this.set('reason') },
        )}
      </div>
      ${whenRead(this.#requests, t, (requests) =>
        requests.length === 0
          ? empty('ok', t.panel('rejected.none'), t.panel('rejected.none.text'))
          : html`<ul class="stack">${rejectedGroups(requests).map((group) => html`<li>${this.#group(group)}</li>`)}</ul>
              ${moreOf(this.#requests, t.panel('list.more'))}`,
      )}
    </div>`;
  }

  #keys({ keys, reasons: counts }: Rest): unknown {
    const { t } = this;
    const { now } = this.clock;
    const ago = (at: string) => relativeTime(Date.parse(at), now, t.locale);
    return html`<section class="surface stack" aria-labelledby="keys">
      <h3 id="keys">${t.panel('rejected.keys')}</h3>
      <ul>${keys.map(
        ({ name, lastUsedAt }) =>
          html`<li><b>${name}</b>, ${lastUsedAt === null ? t.panel('rejected.key.never') : t.panel('rejected.key.used', { when: ago(lastUsedAt) })}</li>`,
      )}</ul>
      ${
        counts.length === 0
          ? nothing
          : html`<ul class="quiet">${counts.map(
              ({ reason, count, lastAt }) =>
                html`<li>${causeLabel(reason, t)}: ${t.panel('rejected.count', { count, when: ago(lastAt) })}</li>`,
            )}</ul>`
      }
    </section>`;
  }

  /** Of requests that are alike, the newest is shown in full. */
  #group({ newest: { id, at, reason, headers, body }, count }: RejectedGroup): unknown {
    const { t } = this;
    const times = count > 1 ? ` (${numberText(count, t.locale)})` : '';
    return html`<details class="surface" data-request=${id}>
      <summary>${momentText(at, t.locale)}: ${t.panel(`cause.${reason}`)}${detailOf(reason, headers)}${times}</summary>
      <div class="stack">
        ${headerList(headers, t)}
        ${
          body === ''
            ? html`<p class="quiet">${t.panel('rejected.body.none')}</p>`
            : html`<lwc-limepkg-billecta-integration-sync-body
                .text=${body}
                .heading=${t.panel('rejected.body')}
                .t=${t}
              ></lwc-limepkg-billecta-integration-sync-body>`
        }
      </div>
    </details>`;
  }
}

/** The part of the request that explains the reason: its size, or where it was sent. */
function detailOf(reason: RejectedRequest['reason'], headers: RejectedRequest['headers']): string {
  const size = Number(headers['content-length']);
  if (reason === 'too-large' && size > 0) return ` (${Math.ceil(size / 1024)} KiB)`;
  return reason === 'not-found' ? ` (${headers[':path']})` : '';
}
