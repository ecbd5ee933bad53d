import { expect, test } from 'vitest';
import { envelopeParser } from '../../../../../bff/billecta/webhook/parse-delivery.ts';
import { parseWebhook } from '../../../../../bff/billecta/webhook/parse-webhook.ts';
import { nothingWanted } from '../../../../../bff/billecta/webhook/wanted-fields.ts';
import { defaultKeys } from '../../../../../bff/billecta/webhook/webhook-envelope.ts';
import { supportedEvents } from '../../../../../bff/billecta/webhook/webhook-events.ts';
import { readWire, wireNames } from '../../../../wire/read.ts';

const id = '1204071188';
const debtor = '2d9b6c10-58e4-4f0a-9a77-6b1c5e0f8d21';
const unhandled = 'c0ffee00-1234-4abc-8def-0123456789ab';
const invoice = { kind: 'invoice', invoice: { actionPublicId: id, debtorPublicId: debtor } };
const withdrawal = { kind: 'autogiro', actionPublicId: id, reason: 'NoCoverage' };
const money = { kind: 'money', invoices: [id] };

/** What each webhook is about, and what it says. */
const webhooks: Record<string, { subject: string | null; says: object }> = {
  attested: { subject: id, says: invoice },
  'state-changed': { subject: id, says: invoice },
  'state-changed-other-case': { subject: id, says: invoice },
  payment: { subject: id, says: { ...money, payment: { fields: { 'Status.Kind': 'payment' } } } },
  credited: { subject: id, says: { ...money, payment: null } },
  'written-off': { subject: id, says: { ...money, payment: null } },
  reminder: { subject: id, says: { kind: 'reminder', actionPublicId: id, reminder: { fee: 60 } } },
  overpayment: { subject: unhandled, says: { ...money, payment: { id: unhandled } } },
  'overpayment-matched': {
    subject: unhandled,
    says: { kind: 'money', invoices: expect.arrayContaining(['1204071189']) },
  },
  'unmatched-payment': { subject: unhandled, says: { kind: 'money', invoices: [] } },
  'debtor-updated': { subject: debtor, says: { kind: 'debtor', debtorPublicId: debtor, approval: null } },
  'approval-failed': {
    subject: debtor,
    says: {
      kind: 'debtor',
      debtorPublicId: debtor,
      approval: { state: 'failed', reason: 'AccountTypeNotApprovedForAutogiro' },
    },
  },
  'approval-failed-as-approval': {
    subject: debtor,
    says: { kind: 'debtor', debtorPublicId: debtor, approval: { state: 'failed', reason: null } },
  },
  'approval-changed': {
    subject: debtor,
    says: { kind: 'debtor', approval: { state: 'changed', reason: 'NewApproval' } },
  },
  'withdrawal-failed': { subject: id, says: { ...withdrawal, state: 'failed', invoice: { stage: 'sent' } } },
  'withdrawal-failed-as-payment': { subject: id, says: { ...withdrawal, state: 'failed', invoice: null } },
  'withdrawal-renewed': { subject: id, says: { ...withdrawal, state: 'renewed' } },
  commented: {
    subject: id,
    says: { kind: 'invoice', invoice: { debtorComment: { text: 'Jag har inte fått varan.' } } },
  },
  'commented-by-creditor': { subject: id, says: { kind: 'invoice', invoice: { debtorComment: null } } },
  undelivered: {
    subject: id,
    says: { kind: 'delivery', actionPublicId: id, delivered: false, reason: 'E-postadressen finns inte' },
  },
  deleted: { subject: id, says: { kind: 'unsupported' } },
  unknown: { subject: null, says: { kind: 'unsupported' } },
};

const reader = envelopeParser(defaultKeys);

test.each(Object.entries(webhooks))(
  '%s is known by its envelope, and says what it should',
  (name, { subject, says }) => {
    const { request } = readWire('billecta', `webhook-${name}`);
    const body = request.body as Record<string, unknown>;
    const bytes = Buffer.from(JSON.stringify(body));
    const read = reader.parse({
      database: 'lime',
      headers: '{}',
      bytes,
      receivedAt: '2026-09-14T08:21:34.000Z',
    });
    const supported = supportedEvents.has(String(body.Event).replace(/^./, (letter) => letter.toUpperCase()));
    expect(read).toMatchObject({
      kind: 'event',
      event: {
        subject,
        creditor: body.CreditorPublicId,
        deliveryId: null,
        occurredAt: expect.stringMatching(/^2026-(09-14T0[89]|10-06T04):/),
        repeatKey: expect.any(String),
        ...(name !== 'state-changed-other-case' && {
          state: supported ? 'pending' : 'ignored',
          event: body.Event,
        }),
      },
    });
    expect(parseWebhook(body, defaultKeys, nothingWanted)).toMatchObject(says);
  },
);

test('names that differ in case alone name one event', () => {
  const { request } = readWire('billecta', 'webhook-state-changed-other-case');
  const bytes = Buffer.from(JSON.stringify(request.body));
  expect(reader.parse({ database: 'lime', headers: '{}', bytes, receivedAt: '' })).toMatchObject({
    event: { event: 'InvoiceActionStateChanged', state: 'pending' },
  });
});

test('there is an example of each of the sixteen, and every example is held against us', () => {
  const names = wireNames('billecta').filter((name) => name.startsWith('webhook-'));
  expect(names).toEqual(
    Object.keys(webhooks)
      .map((name) => `webhook-${name}`)
      .sort(),
  );
  const events = names.map((name) => (readWire('billecta', name).request.body as { Event: string }).Event);
  for (const event of supportedEvents.keys()) expect(events).toContain(event);
});
