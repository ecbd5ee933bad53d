import type { EventLine, EventState } from '../../../bff/contract/admin/events.ts';
import { relativeTime } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import type { Tone } from '../parts/state-chip.ts';
import { causeLabel } from './cause-label.ts';

export const eventTones: Record<EventState, Tone> = {
  pending: 'warning',
  applied: 'ok',
  superseded: 'ok',
  ignored: 'quiet',
  unreadable: 'error',
  dead: 'error',
  dismissed: 'quiet',
};

export const eventStates = Object.keys(eventTones) as EventState[];

/** The outcome of an event, and what is still to happen with it. */
export function outcomeText(
  { cause, outcome, nextAttemptAt, attempts, duplicates }: EventLine,
  now: Date,
  t: PanelTranslator,
): string {
  return [
    cause ? causeLabel(cause, t) : outcome,
    attempts > 0 && nextAttemptAt
      ? t.panel('events.next', { when: untilText(nextAttemptAt, now, t.locale) })
      : null,
    duplicates > 0 ? t.panel('events.duplicates', { count: duplicates }) : null,
  ]
    .filter(Boolean)
    .join('; ');
}

/** How long until an instant; one that is over is now. */
function untilText(at: string, now: Date, locale: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(at) - now.getTime()) / 1000));
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  if (seconds === 0) return relativeTime(now.getTime(), now, locale);
  if (seconds < 60) return format.format(seconds, 'second');
  if (seconds < 3600) return format.format(Math.round(seconds / 60), 'minute');
  return format.format(Math.round(seconds / 3600), 'hour');
}
