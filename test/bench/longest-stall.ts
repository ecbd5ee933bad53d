import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { request } from 'undici';
import type { TestDatabase } from '../support/databases.ts';
import type { Row } from './row.ts';
import type { BenchEnvironment } from './support/bench-environment.ts';
import { fillPanel } from './support/fill-panel.ts';

const stored = 1_000_000;
/** The newest bodies are large: so many, of so many characters more. */
const large = 2_000;
const padding = 255_000;

/** How often health is asked for meanwhile, ms. */
const askEvery = 5;

/** What the panel asks of the service that is much work, by name. */
const questions: Record<string, { path: string; body?: object }> = {
  search: { path: 'admin/events?in=bodies&q=nobody-ever-says-this' },
  checks: { path: 'admin/checks' },
  'dry run': { path: 'admin/events/retry', body: { filter: { event: 'DebtorUpdated' }, dryRun: true } },
  'retry of all': { path: 'admin/events/retry', body: { filter: { states: ['dead'] }, dryRun: false } },
};

/** The longest that anybody waits for an answer about health while an administrator asks for much. */
export const longestStall: Row = {
  name: 'longest-stall',
  unit: 'ms',
  limit: { most: 50 },
  async measure(benchEnvironment) {
    const database = await benchEnvironment.createDatabase();
    await fillPanel(benchEnvironment, database, stored);
    await enlarge(benchEnvironment, database);
    const bff = await benchEnvironment.startBff(database, { CALLER_REQUESTS_PER_MINUTE: '9999999' });
    const base = `${bff.origin}/${benchEnvironment.limeDatabase}/limepkg-billecta-integration`;
    // Nobody opens the panel in the second in which the service starts.
    for (let times = 0; times < 5; times += 1)
      await ask(`${base}/admin/status`, benchEnvironment.adminKey, undefined);
    const found: Array<[string, number]> = [];
    for (const [name, { path, body }] of Object.entries(questions)) {
      const asked = ask(`${base}/${path}`, benchEnvironment.adminKey, body);
      found.push([name, await longestWait(`${bff.origin}/healthz`, asked)]);
    }
    await bff.stop();
    return {
      value: Math.max(...found.map(([, ms]) => ms)),
      note: found.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', '),
    };
  },
};

async function enlarge({ store }: BenchEnvironment, database: TestDatabase): Promise<void> {
  const blanks =
    store === 'sqlite' ? sql`printf('%*c', ${sql.lit(padding)}, ' ')` : sql`repeat(' ', ${sql.lit(padding)})`;
  await database.look((db) =>
    sql`update inbox_body set body = body || ${blanks}
      where event_id > (select max(event_id) from inbox_body) - ${sql.lit(large)}`.execute(db),
  );
}

async function ask(url: string, key: string, body: object | undefined): Promise<void> {
  const answer = await request(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : null,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${text.slice(0, 200)}`);
}

/** Asks again and again until `done`. @returns the longest wait for an answer, ms */
async function longestWait(url: string, done: Promise<void>): Promise<number> {
  let isOver = false;
  const over = done.finally(() => {
    isOver = true;
  });
  let longest = 0;
  while (!isOver) {
    const started = performance.now();
    const { body } = await request(url);
    await body.dump();
    longest = Math.max(longest, performance.now() - started);
    await sleep(askEvery);
  }
  await over;
  return longest;
}
