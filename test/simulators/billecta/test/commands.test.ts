import { describe, expect, test } from 'vitest';
import { call, events, happened, read, receiver, run, start } from './support.ts';

describe('commands', () => {
  test('dispute, cancel dispute, pause and resume each answer nothing, and the log grows by one', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    const before = await read(billecta, id);
    expect(before).toMatchObject({ CanDispute: true, CanUnDispute: false, CanPause: true, CanResume: false });
    expect(before.State.NextEvent).not.toBeNull();
    expect(before.Events.some((event) => !event.HasOccured)).toBe(true);

    const steps = [
      ['dispute', 'Disputed', { CanUnDispute: true, CanDispute: false }],
      ['cancel-dispute', 'UnDisputed', { CanUnDispute: false, CanDispute: true }],
      ['pause', 'Paused', { CanResume: true, CanPause: false }],
      ['resume', 'Resumed', { CanResume: false, CanPause: true }],
    ] as const;
    let log = before.Events.filter((event) => event.HasOccured);
    for (const [command, event, flags] of steps) {
      const answer = await run(billecta, command, id);
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      const after = await read(billecta, id);
      const grown = after.Events.filter((logged) => logged.HasOccured);
      expect(grown.slice(0, -1)).toEqual(log);
      expect(grown.at(-1)?.EventType).toBe(event);
      expect(after).toMatchObject(flags);
      const onHold = command === 'dispute' || command === 'pause';
      expect(after.State.NextEvent).toBe(onHold ? null : before.State.NextEvent);
      expect(after.State.DisputedDate !== null).toBe(command === 'dispute');
      expect(after.State.IsPaused).toBe(command === 'pause');
      log = grown;
    }
  });

  test('a repeated dispute is refused with a Swedish message, or accepted without effect', async () => {
    const refusing = await start();
    const id = refusing.addInvoice({ disputed: true });
    const refused = await run(refusing, 'dispute', id);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      Message: 'Fakturan är redan bestriden',
      ExternalErrorCode: null,
      RequestContent: expect.stringContaining(id),
    });

    const accepting = await start({ candidates: { repeat: 'accept' } });
    const other = accepting.addInvoice({ disputed: true });
    const before = accepting.invoice(other);
    expect((await run(accepting, 'dispute', other)).status).toBe(200);
    expect(accepting.invoice(other)).toEqual(before);
  });

  test.each([
    ['Created', 'Fakturan är inte attesterad'],
    ['Completed', 'Fakturan är stängd'],
    ['Cancelled', 'Fakturan är stängd'],
    ['SentToDebtCollection', 'Fakturan är skickad till inkasso'],
  ] as const)('an invoice in stage %s can be neither disputed nor paused', async (stage, message) => {
    const billecta = await start();
    const id = billecta.addInvoice({ stage, dueInDays: -60 });
    expect(await read(billecta, id)).toMatchObject({ CanDispute: false, CanPause: false });
    const answer = await run(billecta, 'dispute', id);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ Message: message });
  });

  test('attest makes a draft an invoice, and tells it', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ stage: 'Created' });
    expect((await call(billecta, 'PUT', `/v1/invoice/attest/${id}`)).status).toBe(200);
    await billecta.idle();
    expect(happened(await read(billecta, id))).toEqual(['Created', 'Attested']);
    expect(events(received)).toEqual(['InvoiceActionAttested', 'InvoiceActionStateChanged']);
  });
});
