import type { Translator } from './translator.ts';

/**
 * What kind of event of Billecta's this is, in words. One that has no text here is shown in Billecta's own words, which
 * are Swedish, or by its name.
 *
 * @param type - a name of EventTypeView, such as `WillSendReminderInvoice`
 */
export function eventText(type: string | null, billectasWords: string | null, t: Translator): string {
  const key = `event.${type}`;
  return t.knows(key) ? t.text(key) : (billectasWords ?? type ?? '');
}

/** The same of an event that is planned. */
export function nextEventText(type: string | null, billectasWords: string | null, t: Translator): string {
  const key = `next.${type}`;
  return t.knows(key) ? t.text(key) : eventText(type, billectasWords, t);
}
