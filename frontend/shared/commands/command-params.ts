import { type CommandDialogInput, swedishDay } from './command-input.ts';
import { isDisputeReason } from './dispute-reasons.ts';

/** What an administrator can set for a command in Lime Admin: `"params": { "defaultReason": "quality" }`. */
export interface CommandParams {
  /** The reason that the dialog starts with. */
  defaultReason?: string;
  /** The comment that the dialog starts with. */
  defaultComment?: string;
  /** How many days from today a pause ends, unless the user chooses otherwise. */
  pauseDays?: number;
}

/**
 * What the command's dialog starts with. Lime assigns params as properties of the command, or as one property
 * `params`: both are read. An invalid param is ignored.
 */
export function presetOf(command: object, now: Date): CommandDialogInput {
  const { params } = command as { params?: CommandParams };
  const { defaultReason, defaultComment, pauseDays } = { ...(command as CommandParams), ...params };
  return {
    ...(isDisputeReason(defaultReason) ? { reason: defaultReason } : {}),
    ...(typeof defaultComment === 'string' ? { comment: defaultComment } : {}),
    ...(Number.isInteger(pauseDays) && Number(pauseDays) > 0 ? { until: dayIn(Number(pauseDays), now) } : {}),
  };
}

/** The day so many days after today in Sweden. */
export function dayIn(days: number, now: Date): string {
  const day = new Date(swedishDay(now));
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
