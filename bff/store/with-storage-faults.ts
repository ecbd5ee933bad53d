import { Fault } from '../services/shared/fault.ts';
import type { StoreDialect } from './dialect.ts';

type Members = Record<string, (...args: never[]) => Promise<unknown>>;

/**
 * The same members, but a database that cannot serve now is reported as `storage-unavailable`; the service's own faults
 * pass as they are.
 */
export function withStorageFaults<T extends object>(members: T, dialect: StoreDialect): T {
  const wrapped = Object.entries(members as Members).map(([name, member]) => [
    name,
    // Not async itself, so that it keeps no reference to its arguments while it waits.
    (...args: never[]) =>
      member(...args).catch((error: unknown) => {
        throw toFault(error, dialect);
      }),
  ]);
  return Object.fromEntries(wrapped) as T;
}

function toFault(error: unknown, dialect: StoreDialect): unknown {
  if (!(error instanceof Error && dialect.isPassing(error))) return error;
  return new Fault('storage-unavailable', 'The database cannot take this now. Nothing was kept; try again.', {
    retryAfter: 30,
    cause: error,
  });
}
