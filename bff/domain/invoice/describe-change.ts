import type { Invoice } from './invoice.ts';

/**
 * The changes in `after`, for a person: `stage sent → paid, left to pay 125000 → 0`; `no change` when there are none.
 */
export function describeChange(before: Invoice | null, after: Invoice): string {
  const then = before ? facts(before) : undefined;
  const changes = Object.entries(facts(after))
    .filter(([name, value]) => then?.[name] !== value)
    .map(([name, value]) => `${name} ${then?.[name] ?? 'unknown'} → ${value}`);
  return changes.length === 0 ? 'no change' : changes.join(', ');
}

function facts(invoice: Invoice): Record<string, string> {
  return {
    stage: invoice.stage,
    disputed: invoice.disputedSince ? 'yes' : 'no',
    paused: invoice.paused ? 'yes' : 'no',
    'due date': invoice.dueDate ?? 'none',
    'left to pay': invoice.amounts ? `${invoice.amounts.current} ${invoice.amounts.currency}` : 'none',
    'next event': invoice.nextEvent?.text ?? 'none',
  };
}
