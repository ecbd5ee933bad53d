import { css, html, nothing } from 'lit';
import type { Charts } from '../../../bff/contract/admin/status.ts';
import { numberText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import {
  type ChartItem,
  commandItems,
  delayItems,
  outcomeKey,
  outcomeSeries,
  queueItems,
  reasonItems,
  type Span,
} from './chart-series.ts';

interface Drawn {
  heading: string;
  type: 'bar' | 'doughnut';
  items: readonly ChartItem[];
  /** What an item is, and what its value. */
  label: [items: string, values: string];
  number?: number;
}

/** The panel's pictures: what came of events, how soon, how much waited, and what was commanded. */
export function chartsOf(charts: Charts, span: Span, now: Date, t: PanelTranslator): unknown {
  const time = t.panel('chart.time');
  const number = t.panel('chart.number');
  const queue = queueItems(charts, now, t);
  const hasWaited = queue.depth.some(({ value }) => value !== 0);
  const commands = commandItems(charts, t);
  const reasons = reasonItems(charts, t);
  const series = outcomeSeries(charts, span, now, t);
  return html`
    <section class="stack" aria-label=${t.panel('chart.events')}>
      <h4>${t.panel('chart.events')}</h4>
      ${series.length === 0 ? html`<p class="quiet">${t.panel('chart.events.none')}</p>` : nothing}
      <div class="charts">
        ${series.map(({ outcome, total, items }) =>
          drawn(
            {
              heading: t.panel(outcomeKey(outcome)),
              type: 'bar',
              items,
              label: [time, number],
              number: total,
            },
            t,
          ),
        )}
      </div>
    </section>
    <div class="charts">
      ${(['p50', 'p95'] as const).map((which) =>
        drawn(
          {
            heading: t.panel(`chart.delay.${which}`),
            type: 'bar',
            items: delayItems(charts, which, now, t),
            label: [time, t.panel('chart.duration')],
          },
          t,
        ),
      )}
      ${
        hasWaited
          ? [
              drawn(
                { heading: t.panel('chart.queue'), type: 'bar', items: queue.depth, label: [time, number] },
                t,
              ),
              drawn(
                {
                  heading: t.panel('chart.oldest'),
                  type: 'bar',
                  items: queue.oldest,
                  label: [time, t.panel('chart.duration')],
                },
                t,
              ),
            ]
          : nothingIn(t.panel('chart.queue'), t.panel('chart.queue.none'))
      }
      ${
        commands.length > 0
          ? drawn(
              {
                heading: t.panel('chart.commands'),
                type: 'doughnut',
                items: commands,
                label: [t.panel('commands.command'), number],
              },
              t,
            )
          : nothingIn(t.panel('chart.commands'), t.panel('chart.commands.none'))
      }
      ${
        reasons.length > 0
          ? drawn(
              {
                heading: t.panel('chart.reasons'),
                type: 'doughnut',
                items: reasons,
                label: [t.panel('commands.reason'), number],
              },
              t,
            )
          : nothing
      }
    </div>
  `;
}

function drawn({ heading, type, items, label, number }: Drawn, t: PanelTranslator): unknown {
  const [itemsLabel, valuesLabel] = label;
  return html`<figure class="surface" data-chart=${type}>
    <figcaption>
      <span>${heading}</span>
      ${number === undefined ? nothing : html`<b>${numberText(number, t.locale)}</b>`}
    </figcaption>
    <div class="picture ${type}">
      <limel-chart
        .type=${type}
        .axisIncrement=${axisIncrement(items)}
        .items=${items}
        .language=${t.language}
        .accessibleLabel=${heading}
        .accessibleItemsLabel=${itemsLabel}
        .accessibleValuesLabel=${valuesLabel}
      ></limel-chart>
      ${type === 'doughnut' ? legend(items, t) : nothing}
    </div>
  </figure>`;
}

/** How many lines stand behind the bars; counts are whole numbers. */
const lines = 4;

function axisIncrement(items: readonly ChartItem[]): number {
  const most = Math.max(...items.map(({ value }) => value));
  const step = most / lines;
  const isWhole = items.every(({ value }) => Number.isInteger(value));
  const unit = 10 ** Math.floor(Math.log10(Math.max(step, 0.001)));
  const nice = [1, 2, 5, 10].map((each) => each * unit).find((each) => each >= step) ?? step;
  return isWhole ? Math.max(1, nice) : nice;
}

/**
 * What the colours mean; the chart shows it only when the user points at it. A colour is an attribute of a shape: the
 * page may forbid inline styles.
 */
const legend = (items: readonly ChartItem[], t: PanelTranslator) =>
  html`<ul class="legend" aria-hidden="true">
    ${items.map(
      ({ text, value, color }) =>
        html`<li>
          <svg viewBox="0 0 2 2"><circle cx="1" cy="1" r="1" fill=${color ?? nothing}></circle></svg
          >${text} <b>${numberText(value, t.locale)}</b>
        </li>`,
    )}
  </ul>`;

const nothingIn = (heading: string, text: string) =>
  html`<figure class="surface">
    <figcaption><span>${heading}</span></figcaption>
    <p class="quiet">${text}</p>
  </figure>`;

export const chartStyles = css`
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
    gap: 0.75rem;
  }

  figcaption {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    font-weight: 500;
  }

  figcaption b {
    font-variant-numeric: tabular-nums;
  }

  .picture {
    height: 9rem;
    margin-top: 0.75rem;
  }

  .picture limel-chart {
    display: block;
    height: 100%;
    --limel-chart-min-item-size: 0.125rem;
  }

  .picture.doughnut {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    align-items: center;
    gap: 1rem;
  }

  .legend {
    display: grid;
    gap: 0.25rem;
    font-size: 0.8125rem;
  }

  .legend li {
    overflow-wrap: anywhere;
  }

  .legend svg {
    width: 0.625rem;
    height: 0.625rem;
    margin-right: 0.5rem;
  }
`;
