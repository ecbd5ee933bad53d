import { describeChange } from '../../domain/invoice/describe-change.ts';
import type { InvoiceNotes } from '../../domain/invoice/invoice-notes.ts';
import type { Written } from './dry-store.ts';

/** What an event has written when it was applied, for a person. */
export function describeWritten(written: Written): string {
  const [outcome] = written.outcomes;
  if (outcome?.kind === 'failed') return `would fail because: ${outcome.message}`;
  if (outcome?.kind !== 'settled') return 'no change';
  switch (outcome.state) {
    case 'applied':
      return doings(written).join('; ') || 'no change';
    case 'superseded':
      return written.reads.length > 0
        ? 'no change; the invoice is read in Billecta to be sure'
        : 'stale: something newer is stored';
    case 'unreadable':
      return `would fail because: ${outcome.words}`;
    default:
      return 'ignored: not a supported event';
  }
}

const doings = ({ snapshots, notes, reads, debtors, writes }: Written): string[] => [
  ...snapshots.map(({ before, after }) => describeChange(before?.invoice ?? null, after.invoice)),
  ...notes.flatMap(({ before, after }) => noted(before, after)),
  ...(reads.length > 0 ? ['the invoice is read in Billecta'] : []),
  ...(debtors.length > 0 ? ['the debtor is read in Billecta'] : []),
  ...writes.map(({ kind, billectaId }) => `${kind} ${billectaId} is written to Lime`),
];

/** The notes that differ. */
function noted(before: InvoiceNotes, { autogiro, delivery, reminder }: InvoiceNotes): string[] {
  const differs = (one: object | null, other: object | null) => JSON.stringify(one) !== JSON.stringify(other);
  return [
    ...(autogiro && differs(before.autogiro, autogiro) ? [`autogiro withdrawal ${autogiro.state}`] : []),
    ...(delivery && differs(before.delivery, delivery)
      ? [delivery.delivered ? 'the delivery is noted' : 'the failed delivery is noted']
      : []),
    ...(reminder && differs(before.reminder, reminder) ? ['the reminder is noted on its invoice'] : []),
  ];
}
