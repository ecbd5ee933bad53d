import type { EventLine, EventState } from '../../../bff/contract/admin/events.ts';
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

/** The state of an event; one that is applied here is not done while Lime lacks its invoice. */
export function eventState({ state, waitsFor }: EventLine, t: PanelTranslator): [Tone, string] {
  const waits = waitsFor !== null && eventTones[state] === 'ok';
  return [waits ? 'quiet' : eventTones[state], t.panel(waits ? 'event-state.waits' : `event-state.${state}`)];
}

export const eventStates = Object.keys(eventTones) as EventState[];

/** The outcome of an event, and what is still to happen with it. */
export function outcomeText(
  { cause, outcome, nextAttemptAt, attempts, duplicates, waitsFor }: EventLine,
  now: Date,
  t: PanelTranslator,
): string {
  return [
    cause
      ? causeLabel(cause, t)
      : waitsFor
        ? t.panel('events.waits', { number: waitsFor.invoiceNumber ?? waitsFor.actionPublicId })
        : outcome,
    attempts > 0 && nextAttemptAt
      ? t.panel('events.next', { when: untilText(nextAttemptAt, now, t.locale) })
      : null,
    duplicates > 0 ? t.panel('events.duplicates', { count: duplicates }) : null,
  ]
    .filter(Boolean)
    .join('; ');
}

/** How long until an instant; one that is over is now. Without a full stop of its own: it may end a sentence. */
export function untilText(at: string, now: Date, locale: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(at) - now.getTime()) / 1000));
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const until = (value: number, unit: 'second' | 'minute' | 'hour') =>
    format.format(Math.round(value), unit).replace(/\.$/, '');
  if (seconds < 60) return until(seconds, 'second');
  return seconds < 3600 ? until(seconds / 60, 'minute') : until(seconds / 3600, 'hour');
}
