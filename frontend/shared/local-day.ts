/** Lime's date picker speaks of a day as the midnight that begins it where the user is. */
export function toLocalMidnight(day: string | undefined): Date | undefined {
  return day ? new Date(`${day}T00:00:00`) : undefined;
}

/** The day (`2025-12-03`) that the date picker means; undefined when it was cleared. */
export function fromLocalTime(date: Date | null | undefined): string | undefined {
  if (!date) return undefined;
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
