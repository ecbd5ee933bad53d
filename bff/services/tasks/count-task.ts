import type { NotAllowedReason } from '../../contract/invoice-status.ts';
import type { TaskCount, TaskCountInput } from '../../contract/task.ts';
import { within } from '../../signals/within.ts';
import { presentInvoices } from '../invoices/present-invoice.ts';
import type { CallerContext } from '../shared/context.ts';
import { readSome } from './read-some.ts';
import { selectForCommand, selectionOf } from './select-for-command.ts';

/** How long reading may take, ms. */
const timeoutMs = 4_000;

/**
 * Counts the selected invoices that the command could be run on now, and the reasons why not of the others. Invoices
 * without a snapshot are read first, as many as Billecta allows while the caller waits.
 *
 * @throws Fault as {@link selectForCommand}
 */
export async function countTask(context: CallerContext, input: TaskCountInput): Promise<TaskCount> {
  const deadline = context.deadline();
  const selected = await selectForCommand(context, selectionOf(input), deadline);
  const ids = selected.found.flatMap(({ actionPublicId }) => actionPublicId ?? []);
  await within([deadline], timeoutMs, (signal) => readSome(context, ids, signal));
  const statuses = await presentInvoices(context, selected.found);
  const reasons = new Map<NotAllowedReason, number>();
  let allowed = 0;
  for (const status of statuses) {
    const verdict = status.allowed[input.command];
    if (verdict.ok) allowed += 1;
    else reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
  }
  return {
    total: selected.found.length + selected.missing.length,
    allowed,
    notAllowed: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => other.count - one.count),
    hidden: selected.missing.length,
  };
}
