import type { LimeFilter } from '../../../bff/contract/task.ts';
import type { InvoiceSelection } from '../../bff/tasks/task-client.ts';
import type { BulkContext } from './bulk-commands.ts';

/**
 * What the user has selected, as Lime hands it to a bulk command: in the command's filter, or in its context's. A filter
 * of null is everything; no filter is nothing, so that no user stops the collection of everything by accident.
 */
export function readSelection(command: {
  context?: BulkContext | null;
  filter?: LimeFilter | null;
}): InvoiceSelection | undefined {
  const { context } = command;
  const filter =
    command.filter ??
    (context as { filter?: LimeFilter | null } | null | undefined)?.filter ??
    command.filter;
  if (filter === undefined || isNothing(filter)) return undefined;
  const { limetype, id } = context?.parent ?? {};
  return { filter, ...(limetype && id ? { parent: { limetype, id } } : {}) };
}

const isNothing = (filter: LimeFilter | null): boolean =>
  filter?.op === 'IN' && Array.isArray(filter.exp) && filter.exp.length === 0;
