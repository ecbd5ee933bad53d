import { css, html, nothing } from 'lit';
import type { Charts } from '../../../bff/contract/admin/status.ts';
import { numberText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { barChart, barStyles } from './bar-chart.ts';
import {
  type Count,
  commandCounts,
  delayBars,
  outcomeBars,
  queueBars,
  reasonCounts,
} from './chart-series.ts';

/** The panel's pictures: what came of events, how soon, how much waited, and what was commanded. */
export function chartsOf(charts: Charts, now: Date, t: PanelTranslator): unknown {
  const queue = queueBars(charts, now, t);
  const hasWaited = queue.depth.series.some(({ values }) => values.some((value) => value > 0));
  const commands = commandCounts(charts, t);
  const reasons = reasonCounts(charts, t);
  const events = (span: 'hours' | 'days') => {
    const bars = outcomeBars(charts, span, now, t);
    const heading = t.panel('chart.events');
    return bars.series.length > 0
      ? barChart({ heading, ...bars }, t)
      : nothingIn(heading, t.panel('chart.events.none'));
  };
  return html`
    <h3>${t.panel('chart.hours')}</h3>
    <div class="charts">
      ${events('hours')}
      ${(['p50', 'p95'] as const).map((which) =>
        barChart({ heading: t.panel(`chart.delay.${which}`), ...delayBars(charts, which, now, t) }, t),
      )}
      ${
        hasWaited
          ? [
              barChart({ heading: t.panel('chart.queue'), ...queue.depth }, t),
              barChart({ heading: t.panel('chart.oldest'), ...queue.oldest }, t),
            ]
          : nothingIn(t.panel('chart.queue'), t.panel('chart.queue.none'))
      }
    </div>
    <h3>${t.panel('chart.days')}</h3>
    <div class="charts">
      ${events('days')}
      ${
        commands.length > 0
          ? counts(t.panel('chart.commands'), commands, t)
          : nothingIn(t.panel('chart.commands'), t.panel('chart.commands.none'))
      }
      ${reasons.length > 0 ? counts(t.panel('chart.reasons'), reasons, t) : nothing}
    </div>
  `;
}

/** Counts, each with a bar as long as its part of the largest. */
function counts(heading: string, items: readonly Count[], t: PanelTranslator): unknown {
  const most = Math.max(...items.map(({ value }) => value));
  return html`<figure class="surface" data-chart="counts">
    <figcaption>${heading}</figcaption>
    <ul class="counts">${items.map(
      ({ text, value }) => html`<li>
        ${text} <b>${numberText(value, t.locale)}</b>
        <svg viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${value} height="1"></rect></svg>
      </li>`,
    )}</ul>
  </figure>`;
}

const nothingIn = (heading: string, text: string) =>
  html`<figure class="surface">
    <figcaption>${heading}</figcaption>
    <p class="quiet">${text}</p>
  </figure>`;

export const chartStyles = [
  barStyles,
  css`
    .charts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
      gap: 0.75rem;
    }

    figure {
      position: relative;
    }

    figcaption {
      font-weight: 500;
    }

    .counts {
      display: grid;
      gap: 0.5rem;
      margin-top: 0.75rem;
    }

    .counts svg {
      display: block;
      width: 100%;
      height: 0.5rem;
      fill: rgb(var(--color-indigo-default));
    }
  `,
];
