import { Temporal } from 'temporal-polyfill';

const sweden = 'Europe/Stockholm';

/** `2021-01-01 00:00:00+01:00`, with a space or a `T`, with or without fraction, with or without offset. */
const form = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** .NET writes an empty date as year 1, and an endless one as 9999; neither is a date. */
const isReal = ({ year }: { year: number }) => year >= 1900 && year < 9000;

/** The longest text of that form, characters. */
const longest = 40;

/**
 * Reads a Billecta date-time in any of its forms (docs/facts/billecta.md 1.1). Without an offset it is Swedish time.
 *
 * @returns undefined when it is none of them
 */
function read(text: string): Temporal.ZonedDateTime | undefined {
  const parts = form.exec(text.trim());
  if (!parts) return undefined;
  const [, date, time = '00:00:00', offset] = parts;
  try {
    const at = offset
      ? Temporal.Instant.from(`${date}T${time}${offset}`).toZonedDateTimeISO(sweden)
      : Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(sweden);
    return isReal(at) ? at : undefined;
  } catch {
    return undefined;
  }
}

/** How many texts are remembered; the same dates come again and again. */
const rememberedAtMost = 10_000;

/** The same function, which caches its results. */
function remembering(parse: (text: string) => string | undefined): (text: string) => string | undefined {
  const parsed = new Map<string, string | undefined>();
  return (text) => {
    if (text.length > longest) return undefined;
    if (parsed.has(text)) return parsed.get(text);
    if (parsed.size >= rememberedAtMost) parsed.clear();
    const answer = parse(text);
    parsed.set(text, answer);
    return answer;
  };
}

/** The instant in UTC, ISO 8601 with milliseconds; undefined when the text is no date-time. */
export const toInstant = remembering((text) => {
  const at = read(text);
  return at && new Date(at.epochMilliseconds).toISOString();
});

/** The day it is in Sweden then, `YYYY-MM-DD`; undefined when the text is no date-time. */
export const toSwedishDay = remembering((text) => read(text)?.toPlainDate().toString());
