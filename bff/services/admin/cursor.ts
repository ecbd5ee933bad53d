import { Fault } from '../shared/fault.ts';

/** Where the page before ended, by the id that it ended with. @throws Fault `invalid-request` when it is none of ours */
export function readCursor(after: string | undefined): number | null {
  if (after === undefined) return null;
  if (!/^\d{1,15}$/.test(after))
    throw new Fault('invalid-request', '`after` is not what a page gave as `next`.');
  return Number(after);
}
