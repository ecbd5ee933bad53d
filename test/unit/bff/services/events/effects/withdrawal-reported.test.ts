import { expect, test } from 'vitest';
import type { AutogiroState, InvoiceNotes } from '../../../../../../bff/domain/invoice/invoice-notes.ts';
import { noNotes, withNote } from '../../../../../../bff/domain/invoice/invoice-notes.ts';
import { withdrawalReported } from '../../../../../../bff/services/events/effects/withdrawal-reported.ts';
import type { Snapshot } from '../../../../../../bff/services/ports/store/invoice-store.ts';
import { anInvoice } from '../../../../../service/support/an-invoice.ts';

const at = '2026-11-01T10:00:00.000Z';

/** What a webhook notes that tells the payment alone, without its invoice. */
const noteOf = (state: AutogiroState, stored: Snapshot | null): Partial<InvoiceNotes> => {
  const content = { kind: 'autogiro', actionPublicId: 'a', invoice: null, state, reason: null } as const;
  return withdrawalReported(content, stored, { at, now: at }).note ?? {};
};

test('a failed withdrawal that is told late does not undo a new try, though the invoice was read in between', () => {
  const read: Snapshot = { invoice: anInvoice({ occurred: ['1', '2', '3'] }), asOf: at, source: 'verified' };
  const notes = [noteOf('renewed', null), noteOf('failed', read)].reduce(withNote, noNotes);
  expect(notes.autogiro).toMatchObject({ state: 'renewed' });
});
