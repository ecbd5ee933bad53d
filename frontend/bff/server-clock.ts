/** A difference below this is no more than the resolution of a header and the way that the answer took (ms). */
const noticed = 5_000;

let shift = 0;

/** Reads from an answer's `Date` how far this computer's clock is off: ages are shown by one clock, the server's. */
export function learnTime(date: string | null): void {
  const off = Date.parse(date ?? '') - Date.now();
  if (!Number.isNaN(off)) shift = Math.abs(off) < noticed ? 0 : off;
}

/** The current time by the server's clock. */
export const serverTime = (): Date => new Date(Date.now() + shift);
