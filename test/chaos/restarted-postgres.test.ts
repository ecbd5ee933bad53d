import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { buildBff } from '../support/build-bff.ts';
import { freePort } from '../support/free-port.ts';
import { startPostgres } from '../support/postgres.ts';
import { startService } from '../support/service-process.ts';

/** `CONNECTION_CUTS`: how often PostgreSQL is restarted, each way. */
const restarts = Number(process.env.CONNECTION_CUTS ?? 1);
const key = 'a-webhook-key-of-the-tests';

test('PostgreSQL is restarted and crashes under load: the service lives, and nothing acknowledged is lost', {
  timeout: 120_000 + restarts * 30_000,
}, async ({ onTestFinished }) => {
  const main = await buildBff('bff-restarts');
  const postgres = await startPostgres({ durable: true });
  onTestFinished(() => postgres.stop());
  const url = await postgres.createDatabase();
  const port = await freePort();
  const service = startService([main], {
    LIME_URL: 'http://127.0.0.1:9/acme',
    LIME_API_KEY: 'a-key',
    BILLECTA_URL: 'http://127.0.0.1:9',
    BILLECTA_AUTHORIZATION: 'SecureToken dGVzdHM=',
    WEBHOOK_API_KEYS: `test:${key}`,
    DATABASE_URL: url,
    PORT: String(port),
  });
  onTestFinished(() => service.kill());
  await service.ready();

  const acknowledged = new Set<string>();
  const statuses = new Set<number>();
  let over = false;
  const sender = async (who: number) => {
    for (let n = 0; !over; n += 1) {
      const answer = await fetch(
        `http://127.0.0.1:${port}/acme/limepkg-billecta-integration/billecta-webhook-receiver`,
        {
          method: 'POST',
          headers: { 'x-api-key': key },
          body: JSON.stringify({ Event: 'DebtorUpdated', Data: { DebtorPublicId: `d-${who}-${n}` } }),
        },
      );
      statuses.add(answer.status);
      const { id } = (await answer.json()) as { id?: string };
      if (answer.status === 200) acknowledged.add(String(id));
      await sleep(5);
    }
  };
  const senders = Array.from({ length: 8 }, (_, who) => sender(who));
  for (const how of Array.from({ length: restarts }, () => ['fast', 'crash'] as const).flat()) {
    const before = acknowledged.size;
    while (acknowledged.size < before + 50) await sleep(10);
    await postgres.restart(how);
    await service.ready();
  }
  over = true;
  await Promise.all(senders);
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(await service.stop()).toBe(0);

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>('select id from inbox');
  await client.end();
  const stored = new Set(rows.map(({ id }) => String(id)));
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
});
