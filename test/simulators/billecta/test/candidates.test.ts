import { describe, expect, test } from 'vitest';
import { type Command, envelopeNames, operationAlternatives } from '../index.ts';
import { call, events, read, receiver, run, start } from './support.ts';

describe('what the facts leave open', () => {
  const alternatives = Object.entries(operationAlternatives).flatMap(([command, paths]) =>
    paths.map((path) => [`${path.method} ${path.path}`, command as Command, path] as const),
  );

  test.each(alternatives)('%s can be the way to %s', async (_, command, path) => {
    const billecta = await start({ candidates: { operations: { [command]: path } } });
    const id = billecta.addInvoice({ disputed: command === 'cancel-dispute', paused: command === 'resume' });
    expect((await run(billecta, command, id)).status).toBe(200);
    for (const other of operationAlternatives[command].filter((one) => one !== path)) {
      const answer = await call(billecta, other.method, other.path.replace('{id}', id));
      const isKnown = Object.values(billecta.candidates.operations).some(
        (known) => known.path === other.path,
      );
      expect(answer.status).toBe(isKnown ? 405 : 404);
    }
  });

  test.each(envelopeNames)('a webhook in the envelope %s carries the invoice', async (envelope) => {
    const billecta = await start({ candidates: { envelope } });
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ stage: 'Attested' });
    billecta.send(id);
    await billecta.idle();
    expect(received[0]?.text).toContain(id);
    expect(received[0]?.text.includes('InvoiceActionStateChanged')).toBe(
      envelope !== 'bare' && envelope !== 'event-as-number',
    );
  });

  test('each of the others can be switched', async () => {
    const billecta = await start({
      candidates: {
        notFound: 400,
        dateTimes: 'local',
        enums: 'numbers',
        tokenAnswer: 'string',
        commandBody: 'action-public-id',
        bothFlags: 'refuse',
        commandsInDebtCollection: true,
        commandsRaiseStateChanged: true,
        disputedDateAfterCancel: 'kept',
        nextEventOnHold: 'kept',
      },
    });
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ stage: 'SentToDebtCollection', dueInDays: -60 });
    const body = JSON.stringify({ ActionPublicId: id });
    const headers = { authorization: billecta.authorization };

    expect((await call(billecta, 'GET', '/v1/invoice/action/1')).status).toBe(400);
    const token = await call(billecta, 'POST', '/v1/authentication/apiauthenticate');
    expect(typeof (await token.json())).toBe('string');
    expect((await run(billecta, 'dispute', id)).status).toBe(400);
    expect((await run(billecta, 'dispute', id, { body, headers })).status).toBe(200);
    expect((await run(billecta, 'pause', id, { body, headers })).status).toBe(400);
    expect((await run(billecta, 'cancel-dispute', id, { body, headers })).status).toBe(200);
    const invoice = await read(billecta, id);
    expect(invoice.State).toMatchObject({
      Stage: 16,
      DisputedDate: expect.stringMatching(/T\d\d:\d\d:\d\d$/),
    });
    await billecta.idle();
    expect(events(received)).toEqual(['InvoiceActionStateChanged', 'InvoiceActionStateChanged']);
  });

  test('an overdue invoice may be reminded as soon as its dispute is cancelled', async () => {
    const billecta = await start({ candidates: { overdueWhenReleased: 'reminds-at-once' } });
    const id = billecta.addInvoice({ dueInDays: -2, disputed: true });
    await run(billecta, 'cancel-dispute', id);
    expect(billecta.invoice(id).State.Stage).toBe('ReminderInvoiceSent');
  });
});
