import { Fault } from '../services/fault.ts';

/** SQLite's errors that pass: another process writes, the disk is full or failing, nothing is wrong with the request. */
const passing = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)/;

type Members = Record<string, (...args: never[]) => Promise<unknown>>;

/** The same members, but a database that cannot serve now is told as such; faults of ours pass as they are. */
export function tellingFaults<T extends object>(members: T): T {
  const wrapped = Object.entries(members as Members).map(([name, member]) => [
    name,
    async (...args: never[]) => {
      try {
        return await member(...args);
      } catch (error) {
        throw toFault(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as T;
}

function toFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!passing.test(code)) return error;
  return new Fault('storage-unavailable', 'The database cannot take this now. Nothing was kept; try again.', {
    retryAfter: 30,
    cause: error,
  });
}
