import { css, html, nothing, svg } from 'lit';
import { numberText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** Bars of one kind, a value for each span of time; `texts` say the values in words. */
export interface Series {
  name: string;
  color: string;
  values: readonly number[];
  texts?: readonly string[];
}

/** What is drawn: with its unit in the heading, and a name for each span of time. */
export interface Bars {
  heading: string;
  times: readonly string[];
  series: readonly Series[];
  withLegend?: true;
}

/** Height of the picture, in its own units. */
const height = 100;

/**
 * Bars over time, those of several series on top of each other, with the times and numbers of the axes in words, and a
 * table of all of it for who cannot see it.
 */
export function barChart({ heading, times, series, withLegend }: Bars, t: PanelTranslator): unknown {
  const totals = times.map((_, place) => sum(series, place));
  const top = roundUp(Math.max(...totals));
  const last = times.length - 1;
  const marks = [...new Set([0, Math.floor(last / 2), last])];
  return html`<figure class="surface" data-chart="bars">
    <figcaption>${heading}</figcaption>
    <div class="bars" aria-hidden="true">
      <div class="numbers">${[top, top / 2, 0].map((each) => html`<span>${numberText(each, t.locale)}</span>`)}</div>
      <svg viewBox="0 0 ${times.length} ${height}" preserveAspectRatio="none">
        ${times.map((time, place) => bar({ time, place, top, series }, t))}
      </svg>
      <div class="times">${marks.map((each) => html`<span>${times[each]}</span>`)}</div>
    </div>
    ${withLegend ? legend(series, t) : nothing}
    <table class="visually-hidden">
      <caption>${heading}</caption>
      <thead><tr><th scope="col">${t.panel('chart.time')}</th>${series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${times.map(
        (time, place) =>
          html`<tr><th scope="row">${time}</th>${series.map((each) => html`<td>${textOf(each, place, t)}</td>`)}</tr>`,
      )}</tbody>
    </table>
  </figure>`;
}

function bar(
  { time, place, top, series }: { time: string; place: number; top: number; series: readonly Series[] },
  t: PanelTranslator,
): unknown {
  let y = height;
  return svg`<g>
    <title>${time}${series.map((each) => `\n${each.name}: ${textOf(each, place, t)}`)}</title>
    ${series.map(({ values, color }) => {
      const size = ((values[place] ?? 0) / top) * height;
      y -= size;
      return svg`<rect x=${place + 0.1} y=${y} width="0.8" height=${size} fill=${color}></rect>`;
    })}
  </g>`;
}

const textOf = ({ values, texts }: Series, place: number, t: PanelTranslator): string =>
  texts?.[place] ?? numberText(values[place] ?? 0, t.locale);

const sum = (series: readonly Series[], place: number) =>
  series.reduce((total, { values }) => total + (values[place] ?? 0), 0);

/** The number at the top of the axis; half of a count is a count too. */
function roundUp(most: number): number {
  if (most === 0 || most === 1) return 2;
  const unit = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 4, 6, 8].find((each) => each * unit >= most) ?? 10) * unit;
}

/** What the colours mean, and how many there are of each. A colour is an attribute: the page may forbid inline styles. */
const legend = (series: readonly Series[], t: PanelTranslator) =>
  html`<ul class="legend" aria-hidden="true">${series.map(
    ({ name, color, values }) => html`<li>
      <svg viewBox="0 0 2 2"><circle cx="1" cy="1" r="1" fill=${color}></circle></svg
      >${name} <b>${numberText(
        values.reduce((total, each) => total + each, 0),
        t.locale,
      )}</b>
    </li>`,
  )}</ul>`;

export const barStyles = css`
  .bars {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.5rem;
    margin-top: 0.75rem;
    color: rgb(var(--contrast-1100));
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }

  .bars svg {
    width: 100%;
    height: 8rem;
    border-bottom: 1px solid rgb(var(--contrast-800));
  }

  .bars .numbers,
  .bars .times {
    display: flex;
    justify-content: space-between;
  }

  .bars .numbers {
    flex-direction: column;
    text-align: right;
  }

  .bars .times {
    grid-column: 2;
    gap: 0.5rem;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin-top: 0.5rem;
    font-size: 0.8125rem;
  }

  .legend svg {
    width: 0.625rem;
    height: 0.625rem;
    margin-right: 0.5rem;
  }
`;
