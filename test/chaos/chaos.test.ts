import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildBff } from '../support/build-bff.ts';
import { type Databases, startDatabases, storeKinds } from '../support/databases.ts';
import { wrongInInbox, wrongStatuses } from './differences.ts';
import { storedEvents, storedInvoices, unsettled } from './stored.ts';
import { startStorm } from './storm.ts';

/** `CHAOS_KILLS` is how often the service dies, `CHAOS_SEED` repeats a run's choices. */
const kills = Number(process.env.CHAOS_KILLS ?? 10);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);

/** What is left to do when the storm is over may take a lease, a few retries, and the reads that Billecta allows. */
const calm = { timeout: 90_000 + kills * 1_000, interval: 200 };
const timeout = 2 * calm.timeout + kills * 5_000;

let main: string;
beforeAll(async () => {
  main = await buildBff('bff-chaos');
});

describe.each(storeKinds)('killed %s', (kind) => {
  let databases: Databases;
  beforeAll(async () => {
    databases = await startDatabases(kind);
  });
  afterAll(() => databases?.close());

  test('no webhook is lost or kept twice, and every status is true', { timeout }, async (test) => {
    process.stderr.write(`chaos on ${kind}: CHAOS_SEED=${seed} CHAOS_KILLS=${kills}\n`);
    const database = await databases.create();
    const storm = await startStorm({ main, database, kills, seed });
    test.onTestFinished(() => storm.close());
    await storm.blow();

    const truths = storm.truths();
    const nothingLeft = async () => expect(await database.look(unsettled)).toEqual({ pending: 0, leased: 0 });
    const allTrue = async () =>
      expect(wrongStatuses(await database.look(storedInvoices), truths)).toEqual([]);
    await vi.waitFor(nothingLeft, calm);
    await vi.waitFor(allTrue, calm);

    const events = await database.look(storedEvents);
    expect(wrongInInbox(events, storm.receipts.all)).toEqual([]);
    expect(storm.receipts.wrong).toEqual([]);
    expect(events.filter(({ state }) => state === 'dead')).toEqual([]);
    expect(await storm.stop()).toBe(0);
    process.stderr.write(
      `${storm.receipts.acknowledged} acknowledged, ${events.length} events, ${truths.size} invoices\n`,
    );
  });
});
