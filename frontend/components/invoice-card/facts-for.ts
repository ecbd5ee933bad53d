import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { TextKey } from '../../i18n/en.ts';
import { dayText, instantDayText, money } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';

export interface CardFact {
  label: TextKey;
  value: string;
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

/** The invoice's dates, and what happens next. */
export function datesFor(status: InvoiceStatus, t: Translator): CardFact[] {
  const { dueDate, disputed, paused } = status;
  const facts: CardFact[] = [];
  if (dueDate) facts.push({ label: 'card.due', value: dayText(dueDate, t.locale) });
  if (disputed) facts.push({ label: 'card.disputed-since', value: instantDayText(disputed.since, t.locale) });
  if (paused?.since)
    facts.push({ label: 'card.paused-since', value: instantDayText(paused.since, t.locale) });
  if (paused?.until) facts.push({ label: 'card.resumed-on', value: dayText(paused.until, t.locale) });
  facts.push({ label: 'card.next-event', value: nextEvent(status, t) });
  return facts;
}

function nextEvent({ nextEvent: next, disputed, paused }: InvoiceStatus, t: Translator): string {
  if (!next) return t.text(disputed || paused ? 'card.next-event.stopped' : 'card.next-event.none');
  if (!next.date) return next.text;
  return t.text('card.next-event.on', { event: next.text, date: dayText(next.date, t.locale) });
}
