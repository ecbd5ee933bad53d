import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type {
  BillectaSimulator,
  BillectaSimulatorOptions,
  Command,
  InvoiceActionView,
} from '../simulators/billecta/index.ts';
import {
  envelopeNames,
  operationAlternatives,
  startBillectaSimulator,
} from '../simulators/billecta/index.ts';

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end();
});

async function start(options: BillectaSimulatorOptions = {}): Promise<BillectaSimulator> {
  const billecta = await startBillectaSimulator({ retryDelays: [10, 20], ...options });
  cleanUp.push(() => billecta.close());
  return billecta;
}

function call(billecta: BillectaSimulator, method: string, path: string, init: RequestInit = {}) {
  const headers = { authorization: billecta.authorization };
  return fetch(`${billecta.url}${path}`, { method, headers, ...init });
}

async function read(billecta: BillectaSimulator, id: string): Promise<InvoiceActionView> {
  const answer = await call(billecta, 'GET', `/v1/invoice/action/${id}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as InvoiceActionView;
}

function run(billecta: BillectaSimulator, command: Command, id: string, init: RequestInit = {}) {
  const { method, path } = billecta.candidates.operations[command];
  return call(billecta, method, path.replace('{id}', id), init);
}

const happened = (invoice: InvoiceActionView) =>
  invoice.Events.filter((event) => event.HasOccured).map((event) => event.EventType);

interface Received {
  key: string | undefined;
  text: string;
  body: { Event: string; Data: InvoiceActionView; Id: string };
}

/** Receives webhooks, and answers each with the next status, the last one for ever. */
async function receiver(billecta: BillectaSimulator, statuses = [200]): Promise<Received[]> {
  const received: Received[] = [];
  const server = createServer(async (incoming, answer) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    received.push({ key: incoming.headers['x-api-key']?.toString(), text, body: JSON.parse(text) });
    answer.writeHead(statuses[Math.min(received.length, statuses.length) - 1] ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  billecta.addWebhook({ url: `http://127.0.0.1:${port}/hook`, headers: { 'x-api-key': 'shared' } });
  return received;
}

const events = (received: Received[]) => received.map(({ body }) => body.Event);

describe('who may call', () => {
  test('Basic and SecureToken are let in; anything else is 401 with a Swedish message', async () => {
    const billecta = await start();
    const status = async (authorization: string) =>
      (await call(billecta, 'GET', '/v1/creditors/creditors', { headers: { authorization } })).status;

    expect(await status(billecta.authorization)).toBe(200);
    expect(await status(billecta.secureToken)).toBe(200);
    expect(await status(`Basic ${Buffer.from('api:wrong').toString('base64')}`)).toBe(401);
    expect(await status(billecta.secureToken.replace('SecureToken', 'Bearer'))).toBe(401);
    const refused = await call(billecta, 'GET', '/v1/creditors/creditors', { headers: {} });
    expect(await refused.json()).toMatchObject({ Message: 'Felaktiga inloggningsuppgifter' });
  });

  test('a token works encoded exactly once more, until it expires', async () => {
    const billecta = await start();
    const answer = await call(billecta, 'POST', '/v1/authentication/apiauthenticate');
    const { Value, Expires } = (await answer.json()) as { Value: string; Expires: string };
    expect(Expires).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+0[12]:00$/);
    const encode = (text: string) => Buffer.from(text).toString('base64');
    const status = async (token: string) => {
      const headers = { authorization: `SecureToken ${token}` };
      return (await call(billecta, 'GET', '/v1/creditors/creditors', { headers })).status;
    };

    expect(await status(encode(Value))).toBe(200);
    expect(await status(Value)).toBe(401);
    expect(await status(encode(encode(Value)))).toBe(401);
    billecta.expireTokens();
    expect(await status(encode(Value))).toBe(401);
  });

  test('a PUT that does not say how long its body is gets 411, and changes nothing', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    const { port } = new URL(billecta.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`PUT /v1/invoice/dispute/${id} HTTP/1.1\r\nHost: billecta\r\nConnection: close\r\n`);
    socket.write(`Authorization: ${billecta.authorization}\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += chunk;

    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
    expect(billecta.invoice(id).State.DisputedDate).toBeNull();
  });
});

describe('reading', () => {
  test('date-times have a space and the Swedish offset of their own day', async () => {
    const billecta = await start({ now: () => new Date('2026-03-30T08:15:30.250Z') });
    const id = billecta.addInvoice({ dueInDays: -3 });
    await run(billecta, 'dispute', id);

    const invoice = await read(billecta, id);
    expect(invoice.DueDate).toBe('2026-03-27 00:00:00+01:00');
    expect(invoice.State.DisputedDate).toBe('2026-03-30 10:15:30+02:00');
  });

  test('amounts are minor units, and a reminder adds its fee to what is left to pay', async () => {
    const billecta = await start();
    const id = billecta.addInvoice({ amountMinor: 99_950, paidMinor: 10_000, dueInDays: -9 });
    billecta.sendReminder(id);

    const invoice = await read(billecta, id);
    expect(invoice.InvoicedAmount).toEqual({ CurrencyCode: 'SEK', Value: 99_950, ValueForView: 999.5 });
    expect(invoice.PaidAmount.Value).toBe(10_000);
    expect(invoice.CurrentAmount.Value).toBe(95_950);
  });

  test('the open list holds drafts and unpaid invoices, the closed list the rest by closing day', async () => {
    const billecta = await start({ now: () => new Date('2026-05-20T10:00:00Z') });
    const draft = billecta.addInvoice({ stage: 'Created' });
    const sent = billecta.addInvoice({ disputed: true });
    const paid = billecta.addInvoice({ stage: 'Completed', dueInDays: -10 });
    const ids = async (path: string) => {
      const answer = await call(billecta, 'GET', `/v1/invoice/${path}`);
      const rows = (await answer.json()) as { ActionPublicId: string; IsDisputed: boolean }[];
      return rows.map((row) => [row.ActionPublicId, row.IsDisputed]);
    };

    expect(await ids(`open/${billecta.creditorPublicId}`)).toEqual([
      [draft, false],
      [sent, true],
    ]);
    const closed = `closed/${billecta.creditorPublicId}`;
    expect(await ids(`${closed}?from=2026-05-09&to=2026-05-09`)).toEqual([[paid, false]]);
    expect(await ids(`${closed}?from=2026-05-10&to=2026-05-20`)).toEqual([]);
  });

  test('what does not exist is 404, and a known path with another method 405', async () => {
    const billecta = await start();
    expect((await call(billecta, 'GET', '/v1/invoice/action/9999999999')).status).toBe(404);
    expect((await call(billecta, 'PUT', '/v1/invoice/undispute/1')).status).toBe(404);
    expect((await call(billecta, 'POST', '/v1/invoice/dispute/1')).status).toBe(405);
  });

  test('the 101st read within ten seconds is 429, and no other call counts', async () => {
    const billecta = await start({ candidates: { retryAfter: true } });
    const id = billecta.addInvoice();
    for (let reads = 0; reads < 100; reads++) await read(billecta, id);

    const tooMany = await call(billecta, 'GET', `/v1/invoice/action/${id}`);
    expect(tooMany.status).toBe(429);
    expect(Number(tooMany.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect((await run(billecta, 'dispute', id)).status).toBe(200);
  });

  test('the limit opens again when the window has passed', async () => {
    const billecta = await start({ candidates: { rateLimit: [{ ms: 80, max: 1 }] } });
    const id = billecta.addInvoice();
    const status = async () => (await call(billecta, 'GET', `/v1/invoice/action/${id}`)).status;
    expect([await status(), await status()]).toEqual([200, 429]);
    await vi.waitFor(async () => expect(await status()).toBe(200));
  });
});

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

describe('webhooks', () => {
  test('a payment is told before the state it changes, and a refused one is sent again as it was', async () => {
    const billecta = await start();
    const received = await receiver(billecta, [503, 200]);
    const id = billecta.addInvoice();
    billecta.registerPayment(id);
    await billecta.idle();

    expect(events(received)).toEqual([
      'InvoicePaymentReceived',
      'InvoiceActionStateChanged',
      'InvoicePaymentReceived',
    ]);
    expect(received[2]?.text).toBe(received[0]?.text);
    expect(received[0]?.key).toBe('shared');
    expect(received[1]?.body.Data.State).toMatchObject({ Stage: 'Completed' });
    expect(happened(billecta.invoice(id)).slice(-2)).toEqual(['Paid', 'Completed']);
    expect(billecta.deliveries.map((d) => [d.event, d.tries, d.lastStatus, d.outcome])).toEqual([
      ['InvoicePaymentReceived', 2, 200, 'delivered'],
      ['InvoiceActionStateChanged', 1, 200, 'delivered'],
    ]);
  });

  test('the payload is the invoice at the moment of the event', async () => {
    const billecta = await start();
    const received = await receiver(billecta, [500, 200]);
    const id = billecta.addInvoice({ stage: 'Attested' });
    billecta.send(id);
    billecta.registerPayment(id);
    await billecta.idle();
    const stages = received
      .filter(({ body }) => body.Event === 'InvoiceActionStateChanged')
      .map(({ body }) => body.Data.State.Stage);
    expect(stages).toEqual(['InvoiceSent', 'Completed', 'InvoiceSent']);
  });

  test('first tries go one at a time, to those that ticked the event', async () => {
    const billecta = await start();
    let underWay = 0;
    let most = 0;
    const server = createServer(async (_, answer) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 10));
      underWay -= 1;
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUp.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    billecta.addWebhook({ url, headers: {}, events: ['A', 'B', 'C'] });

    for (const event of ['A', 'B', 'X', 'C']) billecta.raise(event, {});
    await billecta.idle();
    expect(most).toBe(1);
    expect(billecta.deliveries.map(({ event }) => event)).toEqual(['A', 'B', 'C']);
  });

  test('after the last retry it is given up', async () => {
    const billecta = await start();
    await receiver(billecta, [500]);
    billecta.cancel(billecta.addInvoice());
    await billecta.idle();
    expect(billecta.deliveries).toMatchObject([{ tries: 3, lastStatus: 500, outcome: 'failed' }]);
  });

  test('a part payment changes no state; an overpayment is told as one', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ amountMinor: 1000 });
    billecta.registerPayment(id, 400);
    expect(billecta.invoice(id)).toMatchObject({
      State: { Stage: 'InvoiceSent' },
      CurrentAmount: { Value: 600 },
    });
    billecta.registerPayment(id, 700);
    await billecta.idle();
    expect(events(received)).toEqual([
      'InvoicePaymentReceived',
      'InvoicePaymentReceived',
      'Overpayment',
      'InvoiceActionStateChanged',
    ]);
    expect(received[2]?.body.Data).toMatchObject({
      Amount: { Value: 100 },
      UnhandledPaymentType: 'OverPayment',
    });
  });

  test('a crediting is told twice: of the invoice and of its credit invoice', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice();
    const creditInvoice = billecta.credit(id);
    await billecta.idle();
    expect(events(received)).toEqual([
      'AmountCreditedOnInvoice',
      'AmountCreditedOnInvoice',
      'InvoiceActionStateChanged',
    ]);
    expect(received.map(({ body }) => body.Data.ActionPublicId)).toEqual([id, creditInvoice, id]);
    expect(billecta.invoice(id)).toMatchObject({
      CreditedAmount: { Value: 125_000 },
      CurrentAmount: { Value: 0 },
      State: { Stage: 'Completed' },
    });
    expect((await read(billecta, creditInvoice)).CreditingInvoice?.SourcePublicId).toBe(id);
  });

  test('a dispute raises none by default, and nor does a seeded past', async () => {
    const billecta = await start();
    await receiver(billecta);
    const id = billecta.addInvoice({ stage: 'ReminderInvoiceSent', dueInDays: -20 });
    await run(billecta, 'dispute', id);
    expect(billecta.deliveries).toEqual([]);
  });

  test('they can be dropped, doubled, delayed and swapped', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const raise = (...names: string[]) => {
      for (const name of names) billecta.raise(name, {});
    };
    billecta.fault({ kind: 'dropped', event: 'A', times: 1 });
    raise('A', 'B');
    await billecta.idle();
    billecta.fault({ kind: 'duplicated', times: 1 });
    raise('C', 'D');
    await billecta.idle();
    billecta.fault({ kind: 'delayed', ms: 40, times: 1 });
    raise('E', 'F');
    await billecta.idle();
    billecta.fault({ kind: 'reordered' });
    raise('G', 'H', 'I');
    await billecta.idle();

    expect(events(received)).toEqual(['B', 'C', 'C', 'D', 'F', 'E', 'H', 'G', 'I']);
    expect(received[1]?.body.Id).toBe(received[2]?.body.Id);
    expect(billecta.deliveries[0]).toMatchObject({ event: 'A', outcome: 'dropped', tries: 0 });
  });

  test('closing forgets what waits for a retry', async () => {
    const billecta = await start({ retryDelays: [60_000] });
    const received = await receiver(billecta, [500]);
    billecta.cancel(billecta.addInvoice());
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await billecta.close();
    await billecta.idle();
    expect(billecta.deliveries).toMatchObject([{ tries: 1, outcome: 'waiting' }]);
  });
});

describe('faults', () => {
  test('an outage lasts until it is cleared', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    billecta.fault({ kind: 'outage' });
    expect((await run(billecta, 'dispute', id)).status).toBe(503);
    expect((await call(billecta, 'GET', `/v1/invoice/action/${id}`)).status).toBe(503);
    billecta.clearFaults();
    expect((await read(billecta, id)).State.DisputedDate).toBeNull();
  });

  test('a lost answer is carried out, a cut connection is not', async () => {
    const billecta = await start();
    const [acted, untouched] = [billecta.addInvoice(), billecta.addInvoice()];
    billecta.fault({ kind: 'lostAnswer', operation: 'dispute', times: 1 });
    await read(billecta, acted);
    await expect(run(billecta, 'dispute', acted)).rejects.toThrow();
    billecta.fault({ kind: 'outage', how: 'cut', operation: 'command', times: 1 });
    await expect(run(billecta, 'dispute', untouched)).rejects.toThrow();

    expect(billecta.invoice(acted).State.DisputedDate).not.toBeNull();
    expect(billecta.invoice(untouched).State.DisputedDate).toBeNull();
    expect(billecta.calls.map(({ operation, status }) => [operation, status])).toEqual([
      ['invoice', 200],
      ['dispute', null],
      ['dispute', null],
    ]);
  });

  test('slowness, errors, limits and refusals meet the next calls, as many as said', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    billecta.fault({ kind: 'slow', ms: 60, times: 1 });
    const began = performance.now();
    await read(billecta, id);
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);

    billecta.fault({ kind: 'error500', times: 1 });
    expect((await run(billecta, 'pause', id)).status).toBe(500);
    billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 7, times: 1 });
    expect((await run(billecta, 'pause', id)).headers.get('retry-after')).toBe('7');
    billecta.fault({ kind: 'refuse', message: 'Fakturan är spärrad', times: 1 });
    await read(billecta, id);
    const refused = await run(billecta, 'pause', id);
    expect([refused.status, await refused.json()]).toMatchObject([400, { Message: 'Fakturan är spärrad' }]);
    expect((await run(billecta, 'pause', id)).status).toBe(200);
  });
});

describe('the control surface', () => {
  const post = (billecta: BillectaSimulator, path: string, body?: object) =>
    fetch(`${billecta.url}/control/${path}`, {
      method: 'POST',
      ...(body && { body: JSON.stringify(body) }),
    });

  test('lives an invoice from draft to payment', async () => {
    const billecta = await start();
    const added = await post(billecta, 'invoices', { stage: 'Created', dueInDays: -30 });
    const { actionPublicId: id } = (await added.json()) as { actionPublicId: string };
    for (const deed of ['attest', 'send', 'reminder', 'collection', 'payment']) {
      expect((await post(billecta, `invoices/${id}/${deed}`)).status).toBe(200);
    }
    expect(happened(billecta.invoice(id))).toEqual([
      'Created',
      'Attested',
      'InvoiceSent',
      'ReminderInvoiceSent',
      'SentToDebtCollection',
      'Paid',
      'Completed',
    ]);
  });

  test('says no to what cannot be done, and does not let an invoice on hold be reminded', async () => {
    const billecta = await start();
    const disputed = billecta.addInvoice({ disputed: true, dueInDays: -9 });
    expect((await post(billecta, `invoices/${disputed}/reminder`)).status).toBe(409);
    expect((await post(billecta, `invoices/${disputed}/payment`, { amountMinor: -1 })).status).toBe(400);
    expect((await post(billecta, 'invoices/1/payment')).status).toBe(404);
    expect((await post(billecta, `invoices/${disputed}/portal/cancel-dispute`)).status).toBe(200);
    expect((await post(billecta, `invoices/${disputed}/reminder`)).status).toBe(200);
  });

  test('sets faults and clears them, and tells the state without secrets', async () => {
    const billecta = await start();
    await receiver(billecta);
    const id = billecta.addInvoice();
    expect((await post(billecta, 'faults', { kind: 'refuse', message: 'Nej' })).status).toBe(201);
    expect((await run(billecta, 'pause', id)).status).toBe(400);
    await fetch(`${billecta.url}/control/faults`, { method: 'DELETE' });
    expect((await run(billecta, 'pause', id)).status).toBe(200);
    billecta.registerPayment(id, 100);
    await billecta.idle();

    const answer = await fetch(`${billecta.url}/control/state`);
    const text = await answer.text();
    expect(text).not.toContain('shared');
    expect(JSON.parse(text)).toMatchObject({
      invoices: [{ actionPublicId: id, paused: true, left: { Value: 124_900 } }],
      calls: [
        { operation: 'pause', status: 200 },
        { operation: 'pause', status: 400 },
      ],
      deliveries: [{ event: 'InvoicePaymentReceived', outcome: 'delivered' }],
      faults: [],
    });
  });

  test('has a page', async () => {
    const billecta = await start();
    const page = await (await fetch(billecta.url)).text();
    expect(page).toContain('<title>Billecta (simulator)</title>');
    const files = [...page.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, path]) => path);
    expect(files).toHaveLength(2);
    for (const file of files) expect((await fetch(`${billecta.url}${file}`)).status).toBe(200);
  });
});
