import { type Difference, fieldOf } from '../reconcile.ts';
import type { Invoice } from './invoice.ts';

const shown = ['stage', 'disputed', 'paused', 'dueDate', 'currentAmount', 'nextEvent'] as const;

/** What `after` has otherwise than `before`, of what a person looks at; of a new invoice what it has at all. */
export const changedFields = (before: Invoice | null, after: Invoice): Difference[] =>
  shown
    .map((field) => ({ field, before: fieldOf(field, before), after: fieldOf(field, after) }))
    .filter((each) => (before ? each.before !== each.after : each.after !== null && each.after !== false));
