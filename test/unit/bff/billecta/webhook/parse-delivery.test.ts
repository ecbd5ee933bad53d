import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelWebhook } from '../../../../../bff/billecta/webhook/label-webhook.ts';
import { envelopeParser } from '../../../../../bff/billecta/webhook/parse-delivery.ts';
import { defaultKeys } from '../../../../../bff/billecta/webhook/webhook-envelope.ts';

const keys = { ...defaultKeys, deliveryId: ['Id'] };

const readBytes = (bytes: Uint8Array) =>
  envelopeParser(keys).parse({
    database: 'lime',
    headers: '{}',
    bytes,
    receivedAt: '2026-03-01T08:00:00Z',
  });

const labelOf = (bytes: Uint8Array) => {
  const read = readBytes(bytes);
  if (read.kind === 'refused') return read.reason;
  const { headers: _, body: __, state: ___, receivedAt: ____, ...label } = read.event;
  return label;
};

const texts = fc.string({ unit: 'binary' });

test('a body is labelled by what it says in UTF-8, whatever letters are in it', () => {
  const bodies = fc.record({
    Event: texts,
    Id: texts,
    CreditorPublicId: texts,
    Data: fc.record({ ActionPublicId: texts, DebtorName: texts }),
  });
  fc.assert(
    fc.property(bodies, fc.boolean(), (body, escaped) => {
      const text = JSON.stringify(body);
      const sent = escaped ? text.replaceAll(/[^ -~]/g, asEscape) : text;
      const { kind: _, ...label } = labelWebhook(JSON.parse(text), keys);
      expect(labelOf(Buffer.from(sent))).toEqual(label);
    }),
  );
});

test('any bytes are refused or taken as their text would be', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (inside) => {
      for (const bytes of [inside, Buffer.concat([Buffer.from('{"Event":"'), inside, Buffer.from('"}')])])
        expect(typeof labelOf(bytes) === 'object').toBe(isJsonObject(Buffer.from(bytes).toString()));
    }),
  );
});

test('a byte order mark is no part of the body', () => {
  const read = readBytes(Buffer.from('\uFEFF{"Event":"InvoiceCreated"}'));
  expect(read).toMatchObject({ kind: 'event', event: { event: 'InvoiceCreated' } });
  expect(read.kind === 'event' && Buffer.from(read.event.body).toString()).toBe('{"Event":"InvoiceCreated"}');
});

test('what is refused is shown as its text', () => {
  expect(readBytes(Buffer.from('Räksmörgås'))).toMatchObject({ reason: 'not-json', head: 'Räksmörgås' });
});

const asEscape = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

function isJsonObject(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return typeof read === 'object' && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
}
