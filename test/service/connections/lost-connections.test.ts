import { createServer, connect as dial } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import { deliveryParser } from '../../../bff/delivery-parser.ts';
import { openStore } from '../../../bff/store/store.ts';
import { eventually } from '../support/eventually.ts';
import { envelopeOf } from '../support/inbox.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

/** `CONNECTION_CUTS`: how often all connections are cut. */
const cuts = Number(process.env.CONNECTION_CUTS ?? 3) * 5;

const isPostgres = inject('postgresUrl') !== undefined;

/** What is done to the server, over a connection of another database. */
async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

const cut = (name: string) =>
  onServer((client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
  );

describe.runIf(isPostgres)('PostgreSQL', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.close());

  const post = (id: string) =>
    fetch(`${harness.url}/billecta-webhook-receiver`, {
      method: 'POST',
      headers: { 'x-api-key': webhookKey },
      body: JSON.stringify(envelopeOf('DebtorUpdated', { DebtorPublicId: id })),
    });

  test('cuts its connections again and again: 503 at worst, nothing that was acknowledged is lost', {
    timeout: 60_000 + cuts * 2_000,
  }, async () => {
    const acknowledged = new Set<number>();
    const statuses = new Set<number>();
    let over = false;
    const sender = async (who: number) => {
      for (let n = 0; !over; n += 1) {
        const answer = await post(`d-${who}-${n}`);
        statuses.add(answer.status);
        const { id } = (await answer.json()) as { id?: string };
        if (answer.status === 200) acknowledged.add(Number(id));
        await sleep(5);
      }
    };
    const senders = Array.from({ length: 8 }, (_, who) => sender(who));
    for (let n = 0; n < cuts; n += 1) {
      const before = acknowledged.size;
      await cut(nameOf(harness.store.url));
      await eventually(() => expect(acknowledged.size).toBeGreaterThan(before));
    }
    over = true;
    await Promise.all(senders);
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const stored = await onDatabase(harness.store.url, 'select id from inbox');
    const ids = new Set(stored.map(({ id }) => Number(id)));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    await eventually(async () => expect((await fetch(`${harness.origin}/readyz`)).status).toBe(200));
  });

  test('becomes read-only: 503 with Retry-After and not ready, until it takes writes again', async () => {
    const name = nameOf(harness.store.url);
    await onServer((client) => client.query(`alter database ${name} set default_transaction_read_only = on`));
    await cut(name);
    await eventually(async () => {
      const answer = await post('d-read-only');
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).not.toBeNull();
      expect(((await answer.json()) as { code: string }).code).toBe('storage-unavailable');
    });
    const ready = await fetch(`${harness.origin}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: expect.stringContaining('takes no writes') },
    ]);
    await onServer((client) => client.query(`alter database ${name} reset default_transaction_read_only`));
    await cut(name);
    await eventually(async () => {
      expect((await post('d-writable')).status).toBe(200);
      expect((await fetch(`${harness.origin}/readyz`)).status).toBe(200);
    });
  });

  test('is set up by statements, not in the packet that opens a connection, which PgBouncer refuses', async () => {
    const packets: Buffer[] = [];
    const { hostname, port } = new URL(harness.store.url);
    const between = createServer((client) => {
      const server = dial(Number(port), hostname);
      client.once('data', (packet) => packets.push(packet));
      client.pipe(server).pipe(client);
      for (const socket of [client, server]) socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
    const url = new URL(harness.store.url);
    url.port = String((between.address() as { port: number }).port);
    const store = await openStore(url.href, deliveryParser(defaultKeys));
    await store.ready();
    await store.close();
    between.close();
    const names = packets.map((packet) => namesIn(packet));
    expect(names.length).toBeGreaterThan(0);
    for (const each of names)
      expect(['client_encoding', 'database', 'user']).toEqual(expect.arrayContaining(each));
  });

  test('holds our tables locked at a start: that is waited for, and said', async () => {
    const client = new pg.Client({ connectionString: harness.store.url });
    await client.connect();
    await client.query('begin; lock table lime_object in access exclusive mode');
    const another = harness.startAnother();
    await eventually(() => expect(harness.log.join('')).toContain('waiting up to a minute'));
    await client.query('rollback');
    await client.end();
    await (await another).close();
  });

  test('is refused when it cannot hold every letter', async () => {
    const url = new URL(harness.store.url);
    url.pathname = `${url.pathname}_latin1`;
    await onServer((client) =>
      client.query(
        `create database ${nameOf(url.href)} encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'`,
      ),
    );
    await expect(openStore(url.href, deliveryParser(defaultKeys))).rejects.toThrow(
      /DATABASE_URL .*LATIN1.*What to do: make one with.*UTF8/,
    );
  });
});

/** Of the settings in a start-up packet: length, version, then names and values that end with NUL. */
const namesIn = (packet: Buffer) =>
  packet
    .subarray(8)
    .toString()
    .split('\0')
    .filter((text, place) => place % 2 === 0 && text !== '');

async function onDatabase(url: string, question: string): Promise<Array<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}
