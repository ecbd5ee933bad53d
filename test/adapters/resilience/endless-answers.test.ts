import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { BillectaClient } from '../../../bff/billecta/client/client.ts';
import { defaultOperations } from '../../../bff/billecta/client/operations.ts';
import { documentedLimits } from '../../../bff/billecta/client/read-gate.ts';
import { nothingWanted } from '../../../bff/billecta/webhook/wanted-fields.ts';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import { LimeHttp } from '../../../bff/lime/client/http.ts';
import { eventually } from '../../service/support/eventually.ts';
import { listen } from '../../service/support/listen.ts';

const megabyte = 1024 * 1024;
const log = { info() {}, warn() {}, error() {} };
const signal = new AbortController().signal;

/** Answers every call with 120 MB of one text, as fast as it is read. */
async function endless(before: string) {
  const told = { bytes: 0, calls: 0, cut: 0 };
  const url = await listen(async (_, outgoing) => {
    told.calls += 1;
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) told.cut += 1;
    });
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.write(before);
    const chunk = Buffer.alloc(megabyte / 4, 'a');
    for (let sent = 0; sent < 480 && !outgoing.destroyed; sent += 1) {
      outgoing.write(chunk);
      told.bytes += chunk.length;
      while (outgoing.writableNeedDrain && !outgoing.destroyed) await sleep(1);
    }
    outgoing.end('"}]');
  });
  return { url, told };
}

async function billecta(before: string) {
  const { url, told } = await endless(before);
  const client = new BillectaClient({
    url,
    credential: { authorization: 'Basic YTpi' },
    operations: defaultOperations,
    readLimits: documentedLimits,
    envelope: defaultKeys,
    hide: (text) => text,
    fields: nothingWanted,
    log,
  });
  onTestFinished(() => client.close());
  return { client, told };
}

/** What a socket holds on its way comes on top of what is read. */
const onTheWay = 12 * megabyte;

test('an invoice from Billecta that does not end is cut off and told as unreadable', async () => {
  const { client, told } = await billecta('{"ActionPublicId":"');
  await expect(client.readInvoice('1', 'user', signal)).rejects.toMatchObject({
    code: 'billecta-failed',
    message: expect.stringContaining('cannot be read'),
  });
  await eventually(() => expect(told).toMatchObject({ calls: 1, cut: 1 }));
  expect(told.bytes).toBeLessThan(2 * megabyte + onTheWay);
});

test('a row of a list that does not end is cut off and told as unreadable', async () => {
  const { client, told } = await billecta('[{"ActionPublicId":"');
  const list = { kind: 'open', creditorPublicId: '7c1f0e2a-3b4d-4e5f-8a9b-0c1d2e3f4a5b' } as const;
  await expect(client.listInvoices(list, () => undefined, signal)).rejects.toMatchObject({
    code: 'billecta-failed',
  });
  await eventually(() => expect(told).toMatchObject({ calls: 1, cut: 1 }));
  expect(told.bytes).toBeLessThan(2 * megabyte + onTheWay);
});

test('an answer from Lime that does not end is cut off and told as unreadable', async () => {
  const { url, told } = await endless('{"name":"');
  const http = new LimeHttp({ url, userAgent: 'a-test/1.0.0', apiKey: 'a', log, hide: (text) => text });
  onTestFinished(() => http.close());
  const read = http.get('limeobject/invoice/1/', { kind: 'api-key', value: 'a' }, signal);
  await expect(read).rejects.toMatchObject({ code: 'lime-unreadable' });
  await eventually(() => expect(told).toMatchObject({ calls: 1, cut: 1 }));
  expect(told.bytes).toBeLessThan(8 * megabyte + onTheWay);
});
