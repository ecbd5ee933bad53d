import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditorsToReconcile } from '../../../../bff/domain/creditors-to-reconcile.ts';
import type { Stage } from '../../../../bff/domain/invoice/stage.ts';
import {
  compareWithList,
  eventsThatReport,
  fieldOf,
  type ListedInvoice,
  outcomeOf,
} from '../../../../bff/domain/reconcile.ts';
import { anInvoice } from '../../../service/support/an-invoice.ts';

const stage = fc.constantFrom<Stage>('draft', 'attested', 'sent', 'reminded', 'paid', 'credited', 'sold');
const day = fc.constantFrom('2026-11-20', '2026-11-21');
const text = fc.constantFrom('Påminnelse', 'Inkasso');

const invoice = fc
  .record({
    stage,
    disputed: fc.boolean(),
    paused: fc.boolean(),
    current: fc.nat(3),
    dueDate: day,
    nextEvent: fc.option(fc.record({ text, date: fc.option(day), type: fc.constant(null) })),
  })
  .map(({ disputed, current, ...rest }) =>
    anInvoice({
      ...rest,
      disputedSince: disputed ? '2026-11-01T00:00:00.000Z' : null,
      amounts: { currency: 'SEK', invoiced: 3, current, paid: 0, credited: 0, writtenOff: 0 },
    }),
  );

type Held = ReturnType<typeof anInvoice>;

/** The row that Billecta lists of an invoice. */
const rowOf = (held: Held): ListedInvoice => ({
  actionPublicId: held.actionPublicId,
  stages: held.stage === 'paid' || held.stage === 'credited' ? ['paid', 'credited'] : [held.stage],
  disputed: held.disputedSince !== null,
  paused: held.paused,
  currentAmount: held.amounts?.current,
  currency: 'SEK',
  dueDate: held.dueDate ?? undefined,
  nextEvent: held.nextEvent?.text ?? null,
  nextEventDate: held.nextEvent?.date ?? null,
});

const silent: ListedInvoice = {
  actionPublicId: '1',
  stages: undefined,
  disputed: undefined,
  paused: undefined,
  currentAmount: undefined,
  currency: undefined,
  dueDate: undefined,
  nextEvent: undefined,
  nextEventDate: undefined,
};

test('an invoice does not differ from its own row, nor from one that tells nothing', () => {
  fc.assert(
    fc.property(invoice, (held) => {
      expect(compareWithList(held, rowOf(held))).toEqual([]);
      expect(compareWithList(held, silent)).toEqual([]);
    }),
  );
});

test('of two states, exactly the fields differ that are not the same, from what is held to what is listed', () => {
  fc.assert(
    fc.property(invoice, invoice, (held, now) => {
      const row = rowOf(now);
      const differences = compareWithList(held, row);
      for (const { field, before, after } of differences) {
        expect(before).toEqual(fieldOf(field, held));
        expect(after).not.toEqual(before);
        if (field !== 'stage') expect(after).toEqual(fieldOf(field, now));
        else expect(row.stages).toContain(after);
      }
      const differing = new Set(differences.map(({ field }) => field));
      for (const field of ['disputed', 'paused', 'currentAmount', 'dueDate', 'nextEvent'] as const) {
        expect(differing.has(field)).toBe(fieldOf(field, held) !== fieldOf(field, now));
      }
      expect(differing.has('stage')).toBe(!row.stages?.includes(held.stage));
    }),
  );
});

test('a read that brings what is held to what was listed mends it, and then nothing differs', () => {
  fc.assert(
    fc.property(invoice, invoice, (held, now) => {
      for (const { field, before } of compareWithList(held, rowOf(now))) {
        if (field === 'stage') continue;
        expect(outcomeOf(before, fieldOf(field, held), fieldOf(field, now))).toBe('corrected');
        expect(outcomeOf(before, fieldOf(field, now), fieldOf(field, now))).toBe('overtaken');
        expect(outcomeOf(before, fieldOf(field, held), before)).toBe('as-stored');
      }
      expect(compareWithList(now, rowOf(now))).toEqual([]);
    }),
  );
});

test.each([
  ['a payment', { field: 'stage', before: 'sent', after: 'paid' }, 'InvoicePaymentReceived'],
  ['a reminder', { field: 'stage', before: 'sent', after: 'reminded' }, 'ReminderInvoiceActionCreated'],
  ['a credit invoice', { field: 'stage', before: 'sent', after: 'credited' }, 'AmountCreditedOnInvoice'],
  ['a dispute', { field: 'disputed', before: false, after: true }, 'InvoiceActionStateChanged'],
  ['a fee', { field: 'currentAmount', before: 1, after: 2 }, 'ReminderInvoiceActionCreated'],
  ['a plan that moves', { field: 'nextEvent', before: 'a', after: 'b' }, undefined],
] as const)('%s should have been told by %o', (_what, difference, event) => {
  expect(eventsThatReport(difference)[0]).toBe(event);
});

test('creditors: those configured, else ours among those that may be read, else the only one', () => {
  expect(creditorsToReconcile(['x'], ['a', 'b'], ['a'])).toEqual(['x']);
  expect(creditorsToReconcile([], ['a', 'b'], ['A', 'c'])).toEqual(['a']);
  expect(creditorsToReconcile([], ['a'], [])).toEqual(['a']);
  expect(creditorsToReconcile([], ['a', 'b'], [])).toEqual([]);
});
