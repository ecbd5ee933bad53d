import { createHash, randomUUID } from 'node:crypto';
import { type App, createApp } from './app.ts';
import { BillectaClient } from './billecta/client.ts';
import type { Config } from './config.ts';
import { LimeClient } from './lime/client.ts';
import { rememberIdentity } from './lime/remember-identity.ts';
import { applyDueEvents } from './services/apply-due-events.ts';
import type { Context, Log } from './services/context.ts';
import { forgetOld } from './services/forget-old.ts';
import { KeyedLock } from './services/keyed-lock.ts';
import { LiveChannel } from './services/live-channel.ts';
import { readDueInvoices } from './services/read-due-invoices.ts';
import { recoverCommands } from './services/recover-commands.ts';
import { resumeDue } from './services/resume-due.ts';
import { runDueItems } from './services/tasks/run-due-items.ts';
import { TaskChannel } from './services/tasks/task-channel.ts';
import { Worker } from './services/worker.ts';
import { openStore } from './store/store.ts';
import { userAgent } from './user-agent.ts';

/** No caller waits longer than this for Lime and Billecta together, ms. */
const patience = 9_000;

/** How often pauses whose day has come are looked for, ms. */
const lookForPlansEvery = 10_000;

/** How often invoices of tasks are looked for whose time has come to be tried again, ms. */
const lookForTasksEvery = 1_000;

/** How often bodies that have been kept long enough are looked for, ms. */
const pruneEvery = 60 * 60 * 1000;

/** The service with all its parts, not listening yet. */
export interface Service {
  app: App;
  /** Ends the open streams, so that the server can close. */
  beginStop(): void;
  /** Finishes what is in hand and closes everything. Call it when no request is under way any more. */
  stop(): Promise<void>;
}

/** Puts the parts together, opens the database, and starts the workers. */
export async function compose(config: Config, log: Log): Promise<Service> {
  const { lime: limeConfig, billecta: billectaConfig } = config;
  const { database, ...names } = limeConfig;
  const stopping = new AbortController();
  const store = await openStore(config.databaseUrl);
  const limeClient = new LimeClient({ ...limeConfig, userAgent, log, names });
  const lime = rememberIdentity(limeClient, Date.now);
  const billecta = new BillectaClient({ ...billectaConfig, envelope: config.webhooks.envelope, log });

  const workers: Worker[] = [];
  const context: Context = {
    database,
    lime,
    billecta,
    store,
    log,
    live: new LiveChannel(),
    liveTasks: new TaskChannel(),
    locks: new KeyedLock(),
    now: () => new Date(),
    newId: randomUUID,
    random: Math.random,
    deadline: () => AbortSignal.timeout(patience),
    wake: () => {
      for (const worker of workers) worker.wake();
    },
    wakeTasks: () => tasks.wake(),
    largestTask: config.taskInvoicesAtMost,
  };
  const tasks = new Worker('tasks', (signal) => runDueItems(context, signal), log, lookForTasksEvery);
  workers.push(
    // Two of them: what one reads and judges, while the database is busy with the other's.
    new Worker('events', () => applyDueEvents(context), log),
    new Worker('events', () => applyDueEvents(context), log),
    new Worker('reads', (signal) => readDueInvoices(context, signal), log),
    new Worker('resume plans', (signal) => resumeDue(context, signal), log, lookForPlansEvery),
    new Worker('retention', (signal) => forgetOld(context, config.retentionDays, signal), log, pruneEvery),
  );
  await recoverCommands(context);
  const all = [...workers, tasks];
  for (const worker of all) worker.start();

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
      taskInvoicesAtMost: config.taskInvoicesAtMost,
      stopping: stopping.signal,
      ready: () => store.ready(),
    }),
    beginStop: () => stopping.abort(),
    async stop() {
      stopping.abort();
      await Promise.all(all.map((worker) => worker.stop()));
      await Promise.all([limeClient.close(), billecta.close()]);
      await store.close();
    },
  };
}
