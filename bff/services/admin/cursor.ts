import { Fault } from '../shared/fault.ts';

/**
 * The end of the page before, by its last id. @throws Fault `invalid-request` when it is no cursor of this service's
 */
export function readCursor(after: string | undefined): number | null {
  if (after === undefined) return null;
  if (!/^\d{1,15}$/.test(after))
    throw new Fault('invalid-request', '`after` is not what a page gave as `next`.');
  return Number(after);
}
