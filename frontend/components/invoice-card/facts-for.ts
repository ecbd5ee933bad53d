import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';
import { serverTime } from '../../bff/server-clock.ts';
import type { TextKey } from '../../i18n/en.ts';
import { nextEventText } from '../../i18n/event-text.ts';
import { dayText, instantDayText, money } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { canEndOn } from '../../shared/commands/command-input.ts';
import { entryText } from '../invoice-timeline/entry-text.ts';
import { storyOf } from './story.ts';

export interface CardFact {
  label: TextKey;
  value: string;
  /** Who and why, below the value. */
  detail?: string;
  /** What they wrote. */
  quote?: string;
  /** The sum that the others lead to. */
  total?: true;
}

/** The invoice's amounts, formatted; nothing written off is not mentioned. */
export function amountsFor({ amounts }: InvoiceStatus, { locale }: Translator): CardFact[] {
  if (!amounts) return [];
  const amount = (label: TextKey, minorUnits: number): CardFact => ({
    label,
    value: money(minorUnits, amounts.currency, locale),
  });
  return [
    amount('card.invoiced', amounts.invoiced),
    amount('card.paid', amounts.paid),
    amount('card.credited', amounts.credited),
    ...(amounts.writtenOff === 0 ? [] : [amount('card.written-off', amounts.writtenOff)]),
    { ...amount('card.left', amounts.current), total: true },
  ];
}

/** The invoice's dates, who stopped its collection and why, and what happens next. */
export function datesFor(
  status: InvoiceStatus,
  t: Translator,
  entries: readonly TimelineEntry[] = [],
  now = serverTime(),
): CardFact[] {
  const { dueDate, disputed, paused } = status;
  const facts: CardFact[] = [];
  if (dueDate) facts.push({ label: 'card.due', value: dayText(dueDate, t.locale) });
  if (disputed)
    facts.push({
      label: 'card.disputed-since',
      value: instantDayText(disputed.since, t.locale),
      ...detailsOf(storyOf('disputed', entries), t),
    });
  if (paused)
    facts.push({
      label: 'card.paused-since',
      value: paused.since ? instantDayText(paused.since, t.locale) : '',
      ...detailsOf(withEnd(storyOf('paused', entries), paused.until), t),
    });
  if (paused?.until)
    facts.push({ label: 'card.resumed-on', value: resumedOn(paused.until, disputed !== null, t, now) });
  facts.push({ label: 'card.next-event', value: nextEvent(status, t) });
  return facts;
}

/** The pause as it began; its end only while that still applies. */
function withEnd(story: TimelineEntry | undefined, until: string | null): TimelineEntry | undefined {
  return story?.kind === 'command' && story.until !== until ? { ...story, until: null } : story;
}

/** A dispute delays the resume when its day comes. */
function resumedOn(until: string, disputed: boolean, t: Translator, now: Date): string {
  return disputed && !canEndOn(until, now) ? t.text('card.resumed-on.held-back') : dayText(until, t.locale);
}

function detailsOf(story: TimelineEntry | undefined, t: Translator): Pick<CardFact, 'detail' | 'quote'> {
  if (!story) return {};
  const { details, quote } = entryText(story, t);
  return { detail: details.join(' · '), ...(quote ? { quote } : {}) };
}

function nextEvent({ nextEvent: next, disputed, paused }: InvoiceStatus, t: Translator): string {
  if (!next) return t.text(disputed || paused ? 'card.next-event.stopped' : 'card.next-event.none');
  const event = nextEventText(next.type, next.text, t);
  if (!next.date) return event;
  return t.text('card.next-event.on', { event, date: dayText(next.date, t.locale) });
}
