import { Temporal } from 'temporal-polyfill';

/** The day it is in Sweden, `YYYY-MM-DD`. Billecta's due dates are Swedish days. */
export function swedishDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDate()
    .toString();
}
