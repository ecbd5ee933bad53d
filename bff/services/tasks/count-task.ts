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
 * Of how many of the selected invoices the command could be run now, and why not of the others. Those that nothing is
 * known of yet are read first, as many as Billecta gives while somebody waits.
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
