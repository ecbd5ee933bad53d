import fc from 'fast-check';
import type { Invoice } from '../../../../bff/domain/invoice/invoice.ts';
import type { Stage } from '../../../../bff/domain/invoice/stage.ts';
import { anInvoice } from '../../../service/support/an-invoice.ts';

/** One step of an invoice's life in Billecta. Most steps leave a trace in its event log; a few change facts silently. */
interface Step {
  stage: Stage;
  disputed: boolean;
  paused: boolean;
  logged: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  // In any order: Billecta takes things back too, as when a payment turns out to be another's.
  stage: fc.constantFrom<Stage>(
    'draft',
    'attested',
    'sent',
    'reminded',
    'paid',
    'credited',
    'debt-collection',
  ),
  disputed: fc.boolean(),
  paused: fc.boolean(),
  logged: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
});

/** An invoice's states in Billecta, the oldest first. */
export const history: fc.Arbitrary<Invoice[]> = fc
  .array(step, { minLength: 1, maxLength: 10 })
  .map((steps) => {
    const occurred: string[] = [];
    return steps.map(({ stage, disputed, paused, logged }, index) => {
      if (logged || index === 0) occurred.push(`event-${index}`);
      const disputedSince = disputed ? '2026-01-01T00:00:00.000Z' : null;
      return anInvoice({ stage, disputedSince, paused, occurred: [...occurred] });
    });
  });

/** What may happen next, to Billecta, to the mail between us, and to us. Numbers choose among what there is. */
export type Happening =
  | { kind: 'time passes' }
  | { kind: 'Billecta moves on' }
  | { kind: 'a webhook arrives'; which: number }
  | { kind: 'two webhooks arrive at once'; which: number }
  | { kind: 'an old webhook arrives again'; which: number }
  | { kind: 'a webhook is lost'; which: number }
  | { kind: 'a read begins' }
  | { kind: 'a read ends'; which: number }
  | { kind: 'we crash' };

const which = fc.nat(1000);

export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant<Happening>({ kind: 'time passes' }) },
    { weight: 5, arbitrary: fc.constant<Happening>({ kind: 'Billecta moves on' }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('a webhook arrives' as const), which }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('two webhooks arrive at once' as const), which }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('an old webhook arrives again' as const), which }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('a webhook is lost' as const), which }) },
    { weight: 4, arbitrary: fc.constant<Happening>({ kind: 'a read begins' }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('a read ends' as const), which }) },
    { weight: 1, arbitrary: fc.constant<Happening>({ kind: 'we crash' }) },
  ),
  { maxLength: 60 },
);
