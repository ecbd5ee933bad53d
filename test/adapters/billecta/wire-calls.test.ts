import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { BillectaClient } from '../../../bff/billecta/client/client.ts';
import { defaultOperations } from '../../../bff/billecta/client/operations.ts';
import { documentedLimits } from '../../../bff/billecta/client/read-gate.ts';
import { nothingWanted } from '../../../bff/billecta/webhook/wanted-fields.ts';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import type { ListedInvoice } from '../../../bff/domain/reconcile.ts';
import { listen } from '../../service/support/listen.ts';
import { readWire, type WireExample, wireNames } from '../../wire/read.ts';

const id = '1204071188';
const creditor = '7c1f0e2a-3b4d-4e5f-8a9b-0c1d2e3f4a5b';
const debtor = '2d9b6c10-58e4-4f0a-9a77-6b1c5e0f8d21';
const signal = AbortSignal.timeout(60_000);

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A Billecta that answers nothing but what the examples say, and our client of it. */
async function clientOf(
  ...examples: readonly WireExample[]
): Promise<{ client: BillectaClient; asked: Asked[] }> {
  const asked: Asked[] = [];
  const url = await listen(async (incoming, outgoing) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const { method = '', url: path = '', headers } = incoming;
    asked.push({ method, path, headers, body });
    const example = examples.find(({ request }) => request.method === method && request.path === path);
    if (!example) throw new Error(`No example has ${method} ${path}`);
    outgoing.writeHead(example.answer.status, example.answer.headers);
    outgoing.end(example.answer.body === undefined ? '' : JSON.stringify(example.answer.body));
  });
  const client = new BillectaClient({
    url,
    credential: examples.some(({ request }) => request.path.endsWith('apiauthenticate'))
      ? { user: 'api@customer.example', password: 'password' }
      : { authorization: 'Basic YXBpQGN1c3RvbWVyLmV4YW1wbGU6cGFzc3dvcmQ=' },
    operations: defaultOperations,
    readLimits: documentedLimits,
    envelope: defaultKeys,
    fields: nothingWanted,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    hide: (text) => text,
  });
  return { client, asked };
}

/** Asks what an example answers, and checks that the call is the one that the example has. */
async function tried<T>(name: string, call: (client: BillectaClient) => Promise<T>): Promise<T> {
  const example = readWire('billecta', name);
  const { client, asked } = await clientOf(example);
  try {
    return await call(client);
  } finally {
    const [first] = asked;
    expect(first).toMatchObject({ method: example.request.method, path: example.request.path });
    expect(first?.headers).toMatchObject(example.request.headers);
    expect(first?.body && JSON.parse(first.body)).toEqual(example.request.body ?? '');
  }
}

const read = (name: string) =>
  tried(name, async (client) => (await client.readInvoice(id, 'user', signal)).invoice);

test('a sent invoice is read with its flags, its amounts and its log', async () => {
  expect(await read('invoice')).toMatchObject({
    actionPublicId: id,
    creditorPublicId: creditor,
    debtorPublicId: debtor,
    invoiceNumber: '40117',
    stage: 'sent',
    disputedSince: null,
    paused: false,
    dueDate: '2026-10-01',
    amounts: { currency: 'SEK', invoiced: 125_000, current: 125_000 },
    nextEvent: { text: 'Påminnelse går iväg', date: '2026-10-06', type: 'WillSendReminderInvoice' },
    permits: { dispute: true, 'cancel-dispute': false, pause: true, resume: false },
    debtorComment: null,
    occurred: { length: 3 },
  });
});

test('a dispute is read, and that nothing comes next', async () => {
  expect(await read('invoice-disputed')).toMatchObject({
    disputedSince: '2026-09-14T08:21:33.000Z',
    paused: false,
    nextEvent: null,
    permits: { dispute: false, 'cancel-dispute': true },
  });
});

test('both flags at once are read as both', async () => {
  expect(await read('invoice-disputed-and-paused')).toMatchObject({
    disputedSince: '2026-09-14T08:21:33.000Z',
    paused: true,
    pausedSince: '2026-09-14T08:22:00.000Z',
    permits: { 'cancel-dispute': true, resume: true },
  });
});

test('missing flags are unknown', async () => {
  const { permits } = await read('invoice-without-flags');
  expect(permits).toEqual({ dispute: null, 'cancel-dispute': null, pause: null, resume: null });
});

test.each([
  ['invoice-not-found', 'missing-in-billecta', '9999999999'],
  ['invoice-rate-limited', 'billecta-rate-limited', id],
  ['unauthorized', 'billecta-unauthorized', id],
])('%s is told as %s', async (name, code, invoice) => {
  const reading = tried(name, (client) => client.readInvoice(invoice, 'user', signal));
  await expect(reading).rejects.toMatchObject({ code });
});

test('debtors are read', async () => {
  const fields = await tried('debtor', (client) => client.readDebtor(debtor, 'user', signal));
  expect(fields).toEqual({ 'Status.Autogiro': 'failed' });
  const nobody = '00000000-0000-4000-8000-000000000000';
  const reading = tried('debtor-not-found', (client) => client.readDebtor(nobody, 'user', signal));
  await expect(reading).rejects.toMatchObject({ code: 'missing-in-billecta' });
});

test('creditors are read', async () => {
  const creditors = await tried('creditors', (client) => client.creditors('user', signal));
  expect(creditors).toMatchObject([{ creditorPublicId: creditor }]);
});

test('both lists are read', async () => {
  const rows: ListedInvoice[] = [];
  const add = (row: ListedInvoice) => void rows.push(row);
  await tried('open-invoices', (client) =>
    client.listInvoices({ kind: 'open', creditorPublicId: creditor }, add, signal),
  );
  const closed = {
    kind: 'closed',
    creditorPublicId: creditor,
    from: '2026-09-01',
    to: '2026-09-30',
  } as const;
  await tried('closed-invoices', (client) => client.listInvoices(closed, add, signal));
  expect(rows.map(({ actionPublicId }) => actionPublicId)).toEqual([id, '1204071189', id]);
});

test('a token is fetched with the password, and encoded once more for the header', async () => {
  const { client, asked } = await clientOf(readWire('billecta', 'token'), readWire('billecta', 'invoice'));
  await client.readInvoice(id, 'user', signal);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([
    readWire('billecta', 'token').request.headers.authorization,
    `SecureToken ${Buffer.from('f3a9c07b5d1e4b62').toString('base64')}`,
  ]);
});

test.each(['dispute', 'cancel-dispute', 'pause', 'resume'] as const)('%s is sent', async (command) => {
  await tried(command, (client) => client.run(command, id, signal));
});

test('a refusal is told in Billecta’s words', async () => {
  const refused = tried('dispute-refused', (client) => client.run('dispute', id, signal));
  await expect(refused).rejects.toMatchObject({
    code: 'billecta-refused',
    message: expect.stringContaining('Fakturan är stängd'),
  });
});

test('a comment is sent to the creditor alone', async () => {
  const comment = { text: 'Bestriden: fel belopp.', toDebtor: false };
  await tried('comment', (client) => client.comment(id, comment, signal));
});

test('there is an example of every call, and every example of a call is used here', async () => {
  const paths = wireNames('billecta')
    .filter((name) => !name.startsWith('webhook-'))
    .map((name) => ({ name, ...readWire('billecta', name).request }));
  for (const { method, path } of Object.values(defaultOperations)) {
    const pattern = new RegExp(`^${path.replace('{id}', '[^/?]+')}(\\?|$)`);
    expect(paths.filter((each) => each.method === method && pattern.test(each.path))).not.toEqual([]);
  }
  const text = await readFile(new URL(import.meta.url), 'utf8');
  expect(paths.filter(({ name }) => !text.includes(`'${name}'`))).toEqual([]);
});

test.each(['.', '..', ' ', 'a/b', '%2e%2e', '\u00e5', 'x'.repeat(4_000)])(
  '%j is no id, and Billecta is not asked',
  async (odd) => {
    const { client, asked } = await clientOf();
    const refused = { code: 'missing-in-billecta' };
    await expect(client.readInvoice(odd, 'user', signal)).rejects.toMatchObject(refused);
    await expect(client.readDebtor(odd, 'user', signal)).rejects.toMatchObject(refused);
    await expect(client.run('pause', odd, signal)).rejects.toMatchObject(refused);
    await expect(client.comment(odd, { text: 'x', toDebtor: false }, signal)).rejects.toMatchObject(refused);
    expect(asked).toEqual([]);
  },
);
