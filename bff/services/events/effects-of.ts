import type { Effect } from '../../contract/admin/preview.ts';
import { changedFields } from '../../domain/invoice/changed-fields.ts';
import type { InvoiceNotes } from '../../domain/invoice/invoice-notes.ts';
import type { Snapshot } from '../ports/store/invoice-store.ts';
import type { Written } from './dry-store.ts';

/** What an event has come to when it was applied. */
export function effectsOf(written: Written): Effect[] {
  const [outcome] = written.outcomes;
  if (outcome?.kind === 'failed') return [{ kind: 'fails', cause: outcome.cause, message: outcome.message }];
  if (outcome?.kind !== 'settled') return [];
  switch (outcome.state) {
    case 'applied':
      return doings(written);
    case 'superseded':
      return written.reads.length > 0 ? [{ kind: 'read', what: 'invoice' }] : [{ kind: 'stale' }];
    case 'unreadable':
      return [{ kind: 'fails', cause: 'unreadable', message: outcome.words ?? '' }];
    default:
      return [{ kind: 'ignored' }];
  }
}

const doings = ({ snapshots, notes, reads, debtors, writes }: Written): Effect[] => [
  ...snapshots.flatMap(({ before, after }) => changed(before, after)),
  ...notes.flatMap(({ before, after }) => noted(before, after)),
  ...(reads.length > 0 ? [{ kind: 'read', what: 'invoice' } as const] : []),
  ...(debtors.length > 0 ? [{ kind: 'read', what: 'debtor' } as const] : []),
  ...writes.map(({ kind, billectaId }) => ({ kind: 'written', object: kind, billectaId }) as const),
];

function changed(before: Snapshot | null, { invoice }: Snapshot): Effect[] {
  const fields = changedFields(before?.invoice ?? null, invoice);
  const currency = invoice.amounts?.currency ?? null;
  return fields.length > 0 ? [{ kind: 'changes', fields, currency }] : [];
}

/** The notes that differ. */
function noted(before: InvoiceNotes, { autogiro, delivery, reminder }: InvoiceNotes): Effect[] {
  const differs = (one: object | null, other: object | null) => JSON.stringify(one) !== JSON.stringify(other);
  const note = (what: Extract<Effect, { kind: 'noted' }>['what']) => ({ kind: 'noted', what }) as const;
  return [
    ...(autogiro && differs(before.autogiro, autogiro) ? [note(`autogiro-${autogiro.state}`)] : []),
    ...(delivery && differs(before.delivery, delivery)
      ? [note(delivery.delivered ? 'delivered' : 'not-delivered')]
      : []),
    ...(reminder && differs(before.reminder, reminder) ? [note('reminder')] : []),
  ];
}
