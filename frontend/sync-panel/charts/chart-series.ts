import type { Charts, Outcomes } from '../../../bff/contract/admin/status.ts';
import type { CommandName } from '../../../bff/contract/command.ts';
import { dayText, durationText, sinceText } from '../../i18n/format.ts';
import type { PanelKey } from '../../i18n/panel/en.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** A point of `limel-chart`. */
export interface ChartItem {
  text: string;
  value: number;
  formattedValue?: string;
  color?: string;
}

/** One kind of outcome over time. */
export interface OutcomeSeries {
  outcome: Outcome;
  total: number;
  items: ChartItem[];
}

export type Span = 'hours' | 'days';
type Outcome = Exclude<keyof Outcomes, 'received'>;

const colors: Record<Outcome, string> = {
  applied: 'rgb(var(--color-green-default))',
  superseded: 'rgb(var(--color-teal-light))',
  ignored: 'rgb(var(--contrast-900))',
  duplicates: 'rgb(var(--color-blue-light))',
  unreadable: 'rgb(var(--color-amber-default))',
  failed: 'rgb(var(--color-red-default))',
};
const outcomes = Object.keys(colors) as Outcome[];

/** What came of the events, a series for each outcome that there was, so that few do not drown among many. */
export function outcomeSeries(charts: Charts, span: Span, now: Date, t: PanelTranslator): OutcomeSeries[] {
  const points: Array<Outcomes & { text: string }> =
    span === 'hours'
      ? charts.hours.map((each) => ({ ...each, text: sinceText(each.hour, now, t.locale) }))
      : charts.days.map((each) => ({ ...each, text: dayText(each.day, t.locale) }));
  return outcomes
    .map((outcome) => ({
      outcome,
      total: points.reduce((sum, point) => sum + point[outcome], 0),
      items: points.map((point) => ({ text: point.text, value: point[outcome], color: colors[outcome] })),
    }))
    .filter(({ total }) => total > 0);
}

const seconds = (ms: number) => Math.round(ms) / 1000;

/**
 * Within what time half of the events, and nearly all, were applied, by hour. In whole seconds: Billecta's time of an event
 * has no finer ones.
 */
export function delayItems(charts: Charts, which: 'p50' | 'p95', now: Date, t: PanelTranslator): ChartItem[] {
  return charts.delay.map((each) => {
    const ms = each[which];
    const whole = ms === null ? 0 : Math.max(1, Math.ceil(ms / 1000));
    return {
      text: sinceText(each.hour, now, t.locale),
      value: whole,
      formattedValue: ms === null ? '–' : durationText(whole * 1000, t.locale),
      color: 'rgb(var(--color-blue-default))',
    };
  });
}

/** The most that waited in each hour, and the longest that something had, in seconds. */
export function queueItems(
  charts: Charts,
  now: Date,
  t: PanelTranslator,
): { depth: ChartItem[]; oldest: ChartItem[] } {
  const hours = charts.hours.map(({ hour }) => {
    const samples = charts.queue.filter(({ at }) => at.slice(0, 13) === hour.slice(0, 13));
    return {
      text: sinceText(hour, now, t.locale),
      depth: Math.max(0, ...samples.map(({ depth }) => depth)),
      oldestMs: Math.max(0, ...samples.map(({ oldestMs }) => oldestMs)),
    };
  });
  return {
    depth: hours.map(({ text, depth }) => ({
      text,
      value: depth,
      color: 'rgb(var(--color-indigo-default))',
    })),
    oldest: hours.map(({ text, oldestMs }) => ({
      text,
      value: seconds(oldestMs),
      formattedValue: durationText(oldestMs, t.locale),
      color: 'rgb(var(--color-orange-default))',
    })),
  };
}

const commandColors = {
  dispute: 'rgb(var(--color-red-light))',
  'cancel-dispute': 'rgb(var(--color-teal-default))',
  pause: 'rgb(var(--color-amber-default))',
  resume: 'rgb(var(--color-green-default))',
} as const satisfies Record<CommandName, string>;

/** How often each command was given in 30 days. */
export const commandItems = ({ commands }: Charts, t: PanelTranslator): ChartItem[] =>
  (Object.keys(commandColors) as Array<keyof typeof commandColors>)
    .map((command) => ({
      text: t.title(command),
      value: sum(commands.filter((each) => each.command === command)),
      color: commandColors[command],
    }))
    .filter(({ value }) => value > 0);

const reasonColors = ['blue', 'orange', 'purple', 'lime', 'pink', 'cyan', 'brown'];

/** Why invoices were disputed, the most frequent reason first. */
export function reasonItems({ commands }: Charts, t: PanelTranslator): ChartItem[] {
  const disputes = commands.filter(({ command }) => command === 'dispute');
  const reasons = [...new Set(disputes.map(({ reason }) => reason))];
  return reasons
    .map((reason) => ({
      text: t.text(reason ? `dispute-reason.${reason}` : 'dispute-reason.none'),
      value: sum(disputes.filter((each) => each.reason === reason)),
    }))
    .sort((a, b) => b.value - a.value)
    .map((item, place) => ({
      ...item,
      color: `rgb(var(--color-${reasonColors[place % reasonColors.length]}-default))`,
    }));
}

const sum = (counts: ReadonlyArray<{ count: number }>) =>
  counts.reduce((total, { count }) => total + count, 0);

export const outcomeKey = (outcome: Outcome): PanelKey => `chart.outcome.${outcome}`;
