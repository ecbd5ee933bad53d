import type { Charts, Outcomes } from '../../../contract/admin/status.ts';
import { percentile } from '../../../domain/delay-bucket.ts';
import { dayBefore, startOfSwedishDay, swedishDay } from '../../../domain/swedish-day.ts';
import type { AdminStore } from '../../ports/store/admin/admin-store.ts';
import type { EventOutcomeKind, Tally } from '../../ports/store/admin/tallies.ts';

const hour = 60 * 60 * 1000;
const hoursDrawn = 24;
const daysDrawn = 30;

/**
 * What the charts are drawn from. The database is asked for counts only, however many events there are.
 *
 * @param unsaved - what this process has counted and not written down yet
 */
export async function readCharts(
  panel: AdminStore,
  database: string,
  now: Date,
  unsaved: Tally,
): Promise<Charts> {
  const thisHour = now.getTime() - (now.getTime() % hour);
  const hours = series(hoursDrawn, (back) => new Date(thisHour - back * hour).toISOString());
  const today = swedishDay(now);
  const days = series(daysDrawn, (back) => dayBefore(today, back));
  const monthAgo = new Date(thisHour - (daysDrawn + 1) * 24 * hour).toISOString();
  const dayAgo = hours[0] ?? '';
  const [events, delays, queue, commands] = await Promise.all([
    panel.tallies.events(database, monthAgo),
    panel.tallies.delays(database, dayAgo),
    panel.tallies.queue(database, new Date(now.getTime() - 24 * hour).toISOString()),
    panel.commands.tally(database, monthAgo),
  ]);
  const all = [...events, ...unsaved.events];
  const byHour = outcomesBy(all, (event) => event.hour);
  const dayOf = dayAmong(days);
  const byDay = outcomesBy(all, (event) => dayOf(event.hour));
  return {
    hours: hours.map((each) => ({ hour: each, ...(byHour.get(each) ?? none()) })),
    days: days.map((day) => ({ day, ...(byDay.get(day) ?? none()) })),
    delay: hours.map((each) => {
      const buckets = [...delays, ...unsaved.delays].filter((delay) => delay.hour === each);
      return { hour: each, p50: percentile(buckets, 0.5), p95: percentile(buckets, 0.95) };
    }),
    queue,
    commands,
  };
}

/** Which of the days, oldest first, an instant is in; none when it is older. */
function dayAmong(days: readonly string[]): (instant: string) => string {
  const starts = days.map((day) => ({ day, start: startOfSwedishDay(day) }));
  return (instant) => starts.findLast(({ start }) => start <= instant)?.day ?? '';
}

/** Oldest first. */
const series = <T>(count: number, at: (back: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => at(count - 1 - place));

const none = (): Outcomes => ({
  received: 0,
  duplicates: 0,
  applied: 0,
  superseded: 0,
  ignored: 0,
  unreadable: 0,
  failed: 0,
});

const names: Record<EventOutcomeKind, keyof Outcomes> = {
  received: 'received',
  duplicate: 'duplicates',
  applied: 'applied',
  superseded: 'superseded',
  ignored: 'ignored',
  unreadable: 'unreadable',
  dead: 'failed',
};

function outcomesBy(
  events: Tally['events'],
  spanOf: (event: Tally['events'][number]) => string,
): Map<string, Outcomes> {
  const spans = new Map<string, Outcomes>();
  for (const event of events) {
    const span = spanOf(event);
    const outcomes = spans.get(span) ?? none();
    outcomes[names[event.kind]] += Number(event.count);
    spans.set(span, outcomes);
  }
  return spans;
}
