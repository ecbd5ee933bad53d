import { createHash, randomUUID } from 'node:crypto';
import { type App, createApp } from './app.ts';
import { BillectaClient } from './billecta/client.ts';
import { supportedEvents } from './billecta/webhook-events.ts';
import type { Config } from './config.ts';
import { LimeClient } from './lime/client.ts';
import { billectaPaths } from './lime/field-mapping.ts';
import { LimeHttp } from './lime/http.ts';
import { rememberIdentity } from './lime/remember-identity.ts';
import { RestSetup } from './lime/setup.ts';
import { WritePace } from './lime/write-back/write-pace.ts';
import { RestWriter } from './lime/write-back/writer.ts';
import { applyDueEvents } from './services/apply-due-events.ts';
import type { Context, Log } from './services/context.ts';
import { forgetOld } from './services/forget-old.ts';
import { KeyedLock } from './services/keyed-lock.ts';
import { LiveChannel } from './services/live-channel.ts';
import { HappeningCounter } from './services/panel/happening-counter.ts';
import { keepTallies, sampleQueue } from './services/panel/keep-tallies.ts';
import type { Setup } from './services/panel/setup.ts';
import { readDueDebtors } from './services/read-due-debtors.ts';
import { readDueInvoices } from './services/read-due-invoices.ts';
import { recoverCommands } from './services/recover-commands.ts';
import { resumeDue } from './services/resume-due.ts';
import { Worker } from './services/worker.ts';
import { writeBack } from './services/write-back.ts';
import { openStore } from './store/store.ts';
import { userAgent } from './user-agent.ts';

/** No caller waits longer than this for Lime and Billecta together, ms. */
const patience = 9_000;

/** How often pauses whose day has come are looked for, ms. */
const lookForPlansEvery = 10_000;

/** How often bodies that have been kept long enough are looked for, ms. */
const pruneEvery = 60 * 60 * 1000;

/** How often what has been counted is written down, and how often the queue is looked at, ms. */
const tallyEvery = 1_000;
const sampleEvery = 30_000;

/** The service with all its parts, not listening yet. */
export interface Service {
  app: App;
  /** Ends the open streams, so that the server can close. */
  beginStop(): void;
  /** Finishes what is in hand and closes everything. Call it when no request is under way any more. */
  stop(): Promise<void>;
}

/**
 * Puts the parts together, opens the database, and starts the workers.
 *
 * @param now - the present, by which things are due
 */
export async function compose(config: Config, log: Log, now = () => new Date()): Promise<Service> {
  const { lime: limeConfig, billecta: billectaConfig } = config;
  const { database } = limeConfig;
  const stopping = new AbortController();
  const store = await openStore(config.databaseUrl);
  const http = new LimeHttp({ ...limeConfig, userAgent, log });
  const lime = rememberIdentity(new LimeClient(http, limeConfig.names), Date.now);
  const pace = new WritePace(limeConfig.writesPerSecond);
  const limeWriter = new RestWriter({ ...limeConfig, http, pace, log, now: Date.now });
  const wanted = {
    invoice: billectaPaths(limeConfig.mapping, 'invoice'),
    reminder: billectaPaths(limeConfig.mapping, 'reminder'),
    payment: billectaPaths(limeConfig.mapping, 'payment'),
    debtor: billectaPaths(limeConfig.mapping, 'debtor'),
  };
  const { envelope } = config.webhooks;
  const billecta = new BillectaClient({ ...billectaConfig, envelope, wanted, log });

  const workers: Worker[] = [];
  const context: Context = {
    database,
    lime,
    limeWriter,
    billecta,
    store,
    log,
    live: new LiveChannel(),
    setup: setupOf(config),
    billectaSetup: billecta,
    limeSetup: new RestSetup({ ...limeConfig, http }),
    counter: new HappeningCounter(),
    locks: new KeyedLock(),
    now,
    newId: randomUUID,
    random: Math.random,
    deadline: () => AbortSignal.timeout(patience),
    wake: () => {
      for (const worker of workers) worker.wake();
    },
  };
  workers.push(
    // Two of them: what one reads and judges, while the database is busy with the other's.
    new Worker('events', () => applyDueEvents(context), log),
    new Worker('events', () => applyDueEvents(context), log),
    new Worker('reads', (signal) => readDueInvoices(context, signal), log),
    new Worker('debtor reads', (signal) => readDueDebtors(context, signal), log),
    new Worker('write-back', (signal) => writeBack(context, signal), log),
    new Worker('resume plans', (signal) => resumeDue(context, signal), log, lookForPlansEvery),
    new Worker('retention', (signal) => forgetOld(context, config.retentionDays, signal), log, pruneEvery),
  );
  // Nobody wakes these: what happens all the time is counted now and then.
  const counting = [
    new Worker('tallies', () => keepTallies(context), log, tallyEvery),
    new Worker('queue samples', () => sampleQueue(context), log, sampleEvery),
  ];
  await recoverCommands(context);
  for (const worker of [...workers, ...counting]) worker.start();

  const tenant = {
    context,
    limeOrigin: new URL(limeConfig.url).origin,
    webhookKeyHeader: config.webhooks.keyHeader,
    webhookKeys: config.webhooks.keys.map(({ name, key }) => ({
      name,
      hash: createHash('sha256').update(key).digest(),
    })),
  };
  return {
    app: createApp({
      tenants: new Map([[database, tenant]]),
      log,
      callerRequestsPerMinute: config.callerRequestsPerMinute,
      stopping: stopping.signal,
      ready: () => store.ready(),
    }),
    beginStop: () => stopping.abort(),
    async stop() {
      stopping.abort();
      await Promise.all([...workers, ...counting].map((worker) => worker.stop()));
      await keepTallies(context).catch((err: unknown) => log.warn({ err }, 'the last counts are lost'));
      await Promise.all([http.close(), billecta.close()]);
      await store.close();
    },
  };
}

/** What an administrator may know of the configuration. */
function setupOf({ lime, billecta, webhooks, retentionDays }: Config): Setup {
  const mount = `${new URL(lime.url).origin}/${encodeURIComponent(lime.database)}/limepkg-billecta-integration`;
  return {
    limeUrl: lime.url,
    billectaUrl: billecta.url,
    retentionDays,
    unconfirmed: Object.entries(billecta.operations).flatMap(([name, { certainty }]) =>
      certainty === 'to-confirm' ? [name] : [],
    ),
    webhooks: {
      url: `${mount}/billecta-webhook-receiver`,
      header: webhooks.keyHeader,
      keyNames: webhooks.keys.map(({ name }) => name),
    },
    events: [...supportedEvents.keys()],
  };
}
