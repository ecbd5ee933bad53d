import fc from 'fast-check';
import { expect, test } from 'vitest';
import { envelopeParser } from '../../../../bff/billecta/webhook/parse-delivery.ts';
import { defaultKeys } from '../../../../bff/billecta/webhook/webhook-envelope.ts';
import { supportedEvents } from '../../../../bff/billecta/webhook/webhook-events.ts';
import { type InvoiceNotes, noNotes, withNote } from '../../../../bff/domain/invoice/invoice-notes.ts';

/** `npm run test:deep` asks for many more. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 1_000);
const timeout = 60_000 + numRuns * 10;

const at = (second: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + second * 1000).toISOString();

/** What events tell of one invoice, the oldest first: each withdrawal leaves a row in the log, a delivery takes its time. */
const story: fc.Arbitrary<Partial<InvoiceNotes>[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'failed' as const,
        'renewed' as const,
        'delivered' as const,
        'undelivered' as const,
      ),
      reason: fc.option(fc.constantFrom('NoCoverage', 'PaymentFailed')),
      withLog: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((told) =>
    told.map(({ kind, reason, withLog }, place): Partial<InvoiceNotes> => {
      if (kind === 'failed' || kind === 'renewed')
        return { autogiro: { state: kind, since: at(place), clock: withLog ? place : null, reason } };
      return { delivery: { delivered: kind === 'delivered', at: at(place), reason } };
    }),
  );

test('in whatever order events come, and however often, the last of each kind is what is known', {
  timeout,
}, () => {
  fc.assert(
    fc.property(
      story.chain((told) =>
        fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })),
      ),
      ([told, came]) => {
        const notes = came.reduce<InvoiceNotes>((held, note) => withNote(held, note), noNotes);
        const last: InvoiceNotes = Object.assign({}, noNotes, ...told);
        expect(notes).toEqual(last);
      },
    ),
    { numRuns },
  );
});

const { parse, repeats } = envelopeParser(defaultKeys);

const webhook = fc.record({
  EventDate: fc.integer({ min: 0, max: 3 }).map((s) => `2026-03-01 11:00:0${s}+01:00`),
  CreditorPublicId: fc.constantFrom('c-1', 'c-2'),
  Event: fc.constantFrom(...supportedEvents.keys(), 'DailyNotification'),
  Data: fc.record({
    ActionPublicId: fc.constantFrom('1', '2'),
    State: fc.record({ Stage: fc.constantFrom('InvoiceSent', 'Completed'), IsPaused: fc.boolean() }),
    Value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  }),
  AdditionalData: fc.option(fc.constantFrom('NoCoverage', 'PaymentFailed')),
});

/** The same JSON, built anew: other order of properties, other spaces. */
const rebuilt = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .map(([name, each]) => [name, rebuilt(each)])
          .reverse(),
      )
    : value;

function isRepetition(first: object, second: string): boolean {
  const [held, came] = [JSON.stringify(first), second].map((body) => ({
    body,
    read: parse({ database: 'lime', headers: '{}', bytes: Buffer.from(body), receivedAt: '' }),
  }));
  if (held?.read.kind !== 'event' || came?.read.kind !== 'event') throw new Error('It was refused');
  const key = held.read.event.repeatKey;
  return key === came.read.event.repeatKey && key !== null && repeats(held.body, Buffer.from(came.body));
}

test('a webhook repeats another exactly when it says the same', { timeout }, () => {
  fc.assert(
    fc.property(webhook, webhook, (one, other) => {
      expect(isRepetition(one, JSON.stringify(rebuilt(one), null, 2))).toBe(true);
      expect(isRepetition(one, JSON.stringify(other))).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns },
  );
});
