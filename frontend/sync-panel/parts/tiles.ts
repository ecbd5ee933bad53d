import { css, html, nothing } from 'lit';
import type { Tile } from '../../../bff/contract/admin/status.ts';
import { addressOf } from '../../host/address.ts';
import { numberText, relativeTime } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { causeLabel } from '../text/cause-label.ts';
import { formatRoute, type PanelRoute } from '../view/panel-route.ts';
import { stateChip, type Tone } from './state-chip.ts';

const tones: Record<Tile['state'], Tone> = {
  ok: 'ok',
  warning: 'warning',
  error: 'error',
  unknown: 'quiet',
  off: 'quiet',
};

const icons: Record<Tile['id'], string> = {
  billecta: 'bill',
  lime: 'connected',
  webhooks: 'webhook',
  processing: 'synchronize',
  'write-back': 'edit',
  reconciliation: 'scales',
};

/** Where each part is looked into; what fails of it first. */
export function routeOf({ id, state }: Pick<Tile, 'id' | 'state'>): PanelRoute {
  const isWrong = state === 'error' || state === 'warning';
  const to = (tab: PanelRoute['tab'], query: PanelRoute['query'] = {}): PanelRoute => ({
    tab,
    id: null,
    query,
  });
  switch (id) {
    case 'reconciliation':
      return to('reconciliation');
    case 'webhooks':
      return isWrong ? to('rejected') : to('events');
    case 'processing':
      return isWrong ? to('issues') : to('events', { states: 'pending' });
    case 'billecta':
    case 'lime':
      return isWrong ? to('issues') : to('checks');
    case 'write-back':
      return isWrong ? to('issues') : to('events');
  }
}

/** The parts of the service, each a link to more. */
export const tiles = (all: readonly Tile[], now: Date, t: PanelTranslator): unknown =>
  html`<ul class="tiles">
    ${all.map((tile) => html`<li>${oneTile(tile, now, t)}</li>`)}
  </ul>`;

function oneTile(tile: Tile, now: Date, t: PanelTranslator): unknown {
  const { id, state, number, since, cause } = tile;
  const when = since === null ? null : relativeTime(Date.parse(since), now, t.locale);
  return html`<a class="tile" data-tile=${id} data-state=${state} href=${addressOf(formatRoute(routeOf(tile)))}>
    <span class="name"><limel-icon .name=${icons[id]} size="small" aria-hidden="true"></limel-icon>${t.panel(`tile.${id}`)}</span>
    ${stateChip(tones[state], t.panel(cause === `${id}-unreachable` ? 'state.unreachable' : `state.${state}`))}
    ${
      number === null
        ? nothing
        : html`<span class="number"><b>${numberText(number, t.locale)}</b> ${t.panel(`tile.number.${id}`, { count: number })}</span>`
    }
    ${when === null ? nothing : html`<span class="quiet">${t.panel(`tile.since.${id}`, { when })}</span>`}
    ${cause === null ? nothing : html`<span class="quiet">${causeLabel(cause, t)}</span>`}
  </a>`;
}

export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: 0.75rem;
  }

  .tile {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: 0.25rem;
    height: 100%;
    padding: 0.75rem 1rem;
    border: 1px solid rgb(var(--contrast-400));
    border-radius: 0.5rem;
    background: var(--lime-elevated-surface-background-color, rgb(var(--contrast-100)));
    color: inherit;
    text-decoration: none;
  }

  .tile:hover {
    background: rgb(var(--contrast-300));
  }

  .tile .name {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-weight: 500;
  }

  .tile .number b {
    font-size: 1.5rem;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
`;
