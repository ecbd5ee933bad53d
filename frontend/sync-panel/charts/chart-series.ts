import type { Charts, Outcomes } from '../../../bff/contract/admin/status.ts';
import { dayText, durationText, sinceText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { commandNames } from '../../shared/commands/command-meta.ts';
import type { Bars, Series } from './bar-chart.ts';

/** How often something was. */
export interface Count {
  text: string;
  value: number;
}

type Span = 'hours' | 'days';
type Outcome = Exclude<keyof Outcomes, 'received'>;
/** What a bar chart draws, but its heading. */
type Drawing = Omit<Bars, 'heading'>;

const color = (hue: string) => `rgb(var(--color-${hue}-default))`;

const colors: Record<Outcome, string> = {
  applied: color('green'),
  superseded: color('teal'),
  ignored: 'rgb(var(--contrast-900))',
  duplicates: color('blue'),
  unreadable: color('amber'),
  failed: color('red'),
};
const outcomes = Object.keys(colors) as Outcome[];

/** What came of the events: each outcome that there was. */
export function outcomeBars(charts: Charts, span: Span, now: Date, t: PanelTranslator): Drawing {
  const points: readonly Outcomes[] = charts[span];
  return {
    withLegend: true,
    times:
      span === 'hours' ? timesOf(charts.hours, now, t) : charts.days.map(({ day }) => dayText(day, t.locale)),
    series: outcomes
      .map((outcome) => ({
        name: t.panel(`chart.outcome.${outcome}`),
        color: colors[outcome],
        values: points.map((point) => point[outcome]),
      }))
      .filter(({ values }) => values.some((value) => value > 0)),
  };
}

/**
 * Within what time half of the events, or nearly all, were applied, by hour. In whole seconds: Billecta's time of an
 * event has no finer ones.
 */
export function delayBars(charts: Charts, which: 'p50' | 'p95', now: Date, t: PanelTranslator): Drawing {
  const delays = charts.delay.map(({ [which]: ms }) => ms && Math.max(1, Math.ceil(ms / 1000)) * 1000);
  return { times: timesOf(charts.delay, now, t), series: [lasting(delays, 'blue', t)] };
}

/** The most that waited in each hour, and the longest that something had. */
export function queueBars(
  charts: Charts,
  now: Date,
  t: PanelTranslator,
): Record<'depth' | 'oldest', Drawing> {
  const times = timesOf(charts.hours, now, t);
  const most = (value: 'depth' | 'oldestMs') =>
    charts.hours.map(({ hour }) => {
      const samples = charts.queue.filter(({ at }) => at.slice(0, 13) === hour.slice(0, 13));
      return Math.max(0, ...samples.map((sample) => sample[value]));
    });
  const depth = { name: t.panel('chart.number'), color: color('indigo'), values: most('depth') };
  return {
    depth: { times, series: [depth] },
    oldest: { times, series: [lasting(most('oldestMs'), 'orange', t)] },
  };
}

/** Durations in seconds; null: there was none. */
const lasting = (all: ReadonlyArray<number | null>, hue: string, t: PanelTranslator): Series => ({
  name: t.panel('chart.duration'),
  color: color(hue),
  values: all.map((ms) => Math.round(ms ?? 0) / 1000),
  texts: all.map((ms) => (ms === null ? '–' : durationText(ms, t.locale))),
});

const timesOf = (points: ReadonlyArray<{ hour: string }>, now: Date, t: PanelTranslator) =>
  points.map(({ hour }) => sinceText(hour, now, t.locale));

/** How often each command was given in 30 days. */
export const commandCounts = ({ commands }: Charts, t: PanelTranslator): Count[] =>
  commandNames
    .map((command) => ({
      text: t.title(command),
      value: sum(commands.filter((each) => each.command === command)),
    }))
    .filter(({ value }) => value > 0);

/** Why invoices were disputed, the most frequent reason first. */
export function reasonCounts({ commands }: Charts, t: PanelTranslator): Count[] {
  const disputes = commands.filter(({ command }) => command === 'dispute');
  return [...new Set(disputes.map(({ reason }) => reason))]
    .map((reason) => ({
      text: t.text(reason ? `dispute-reason.${reason}` : 'dispute-reason.none'),
      value: sum(disputes.filter((each) => each.reason === reason)),
    }))
    .sort((a, b) => b.value - a.value);
}

const sum = (counts: ReadonlyArray<{ count: number }>) =>
  counts.reduce((total, { count }) => total + count, 0);
