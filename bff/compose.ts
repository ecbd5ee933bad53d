import { createHash, randomUUID } from 'node:crypto';
import { type App, createApp } from './app.ts';
import { BillectaClient } from './billecta/client.ts';
import { readsWithin } from './billecta/read-gate.ts';
import { supportedEvents } from './billecta/webhook-events.ts';
import type { Config } from './config.ts';
import { LimeClient } from './lime/client.ts';
import { billectaPaths } from './lime/field-mapping.ts';
import { LimeHttp } from './lime/http.ts';
import { rememberIdentity } from './lime/rights/remember-identity.ts';
import { RestSetup } from './lime/setup.ts';
import { WritePace } from './lime/write-back/write-pace.ts';
import { RestWriter } from './lime/write-back/writer.ts';
import { Metrics } from './metrics.ts';
import { deadlineIn } from './resilience/within.ts';
import { applyDueEvents, helpApply } from './services/apply-due-events.ts';
import type { Context, Log, Work } from './services/context.ts';
import { forgetOld } from './services/forget-old.ts';
import { KeyedLock } from './services/keyed-lock.ts';
import { LiveChannel } from './services/live-channel.ts';
import { HappeningCounter } from './services/panel/happening-counter.ts';
import { keepTallies, sampleQueue } from './services/panel/keep-tallies.ts';
import type { Setup } from './services/panel/setup.ts';
import { readDriftedInvoices } from './services/read-drifted-invoices.ts';
import { readDueDebtors } from './services/read-due-debtors.ts';
import { readDueInvoices } from './services/read-due-invoices.ts';
import { reconcileDue } from './services/reconcile-due.ts';
import { recoverCommands, recoverLostCommands } from './services/recover-commands.ts';
import { resumeDue } from './services/resume-due.ts';
import { runDueItems } from './services/tasks/run-due-items.ts';
import { TaskChannel } from './services/tasks/task-channel.ts';
import { Worker } from './services/worker.ts';
import { writeBack } from './services/write-back.ts';
import { openStore } from './store/store.ts';
import { userAgent } from './user-agent.ts';
import { webhookReading } from './webhook-reading.ts';

/** No caller waits longer than this for Lime and Billecta together, ms. */
const patience = 9_000;

/** How often pauses whose day has come are looked for, ms. */
const lookForPlansEvery = 10_000;

/** How often commands are looked for that nobody has in hand any more, ms. */
const lookForLostEvery = 10_000;

/** How often invoices of tasks are looked for whose time has come to be tried again, ms. */
const lookForTasksEvery = 1_000;

/** How often bodies that have been kept long enough are looked for, ms. */
const pruneEvery = 60 * 60 * 1000;

/** How often reconciliation looks whether its time has come, and how long after the start at the earliest, ms. */
const reconcileLookEvery = 5_000;
const reconcileNotWithin = 60_000;
/** How often what has been counted is written down, and how often the queue is looked at, ms. */
const tallyEvery = 5_000;
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
  const { envelope } = config.webhooks;
  const store = await openStore(config.databaseUrl, webhookReading(envelope));
  const http = new LimeHttp({ ...limeConfig, userAgent, log });
  const lime = rememberIdentity(new LimeClient(http, limeConfig.names), { ...limeConfig, now: Date.now });
  const pace = new WritePace(limeConfig.writesPerSecond);
  const limeWriter = new RestWriter({ ...limeConfig, http, pace, log, now: Date.now });
  const wanted = {
    invoice: billectaPaths(limeConfig.mapping, 'invoice'),
    reminder: billectaPaths(limeConfig.mapping, 'reminder'),
    payment: billectaPaths(limeConfig.mapping, 'payment'),
    debtor: billectaPaths(limeConfig.mapping, 'debtor'),
  };
  const billecta = new BillectaClient({ ...billectaConfig, envelope, wanted, log });

  const { everyMinutes } = config.reconciliation;
  const minutes = (everyMinutes || 15) * 60_000;
  const settings = {
    ...config.reconciliation,
    mostReads: readsWithin(billectaConfig.readLimits, 'reconciliation', minutes),
    notBefore: new Date(now().getTime() + reconcileNotWithin).toISOString(),
  };

  const metrics = new Metrics();
  const context: Context = {
    database,
    lime,
    limeWriter,
    billecta,
    store,
    log,
    live: new LiveChannel(),
    liveTasks: new TaskChannel(),
    setup: setupOf(config),
    billectaLists: billecta,
    limeSetup: new RestSetup({ ...limeConfig, http, valueFaults: limeWriter.valueFaults }),
    counter: new HappeningCounter(metrics.eventsOf(database)),
    locks: new KeyedLock(),
    now,
    newId: randomUUID,
    random: Math.random,
    deadline: () => deadlineIn(patience),
    wake: (...kinds) => {
      for (const worker of kinds.flatMap((kind) => workers[kind])) worker.wake();
    },
    commentPassing: config.billecta.comments,
    largestTask: config.taskInvoicesAtMost,
  };
  const reconcile = (signal: AbortSignal) => reconcileDue(context, billecta, settings, signal);
  const workers: Record<Work, readonly Worker[]> = {
    events: [new Worker('events', () => applyDueEvents(context), log)],
    reads: [new Worker('reads', (signal) => readDueInvoices(context, signal), log)],
    debtors: [new Worker('debtors', (signal) => readDueDebtors(context, signal), log)],
    writes: [new Worker('writes', (signal) => writeBack(context, signal), log)],
    tasks: [new Worker('tasks', (signal) => runDueItems(context, signal), log, lookForTasksEvery)],
    reconciliation: [new Worker('reconciliation', reconcile, log, reconcileLookEvery)],
    drift: [new Worker('drift', (signal) => readDriftedInvoices(context, signal), log)],
  };
  // Nobody wakes these: they help while there is more than one does at a time.
  const helpers = Array.from(
    { length: store.appliersAtOnce - 1 },
    () => new Worker('more events', () => helpApply(context), log),
  );
  const all = [
    ...Object.values(workers).flat(),
    ...helpers,
    new Worker('resume plans', (signal) => resumeDue(context, signal), log, lookForPlansEvery),
    new Worker('lost commands', () => recoverLostCommands(context), log, lookForLostEvery),
    new Worker('retention', (signal) => forgetOld(context, config.retentionDays, signal), log, pruneEvery),
    // Nor these: what happens all the time is counted now and then.
    new Worker('tallies', () => keepTallies(context), log, tallyEvery),
    new Worker('queue samples', () => sampleQueue(context), log, sampleEvery),
  ];
  await recoverCommands(context);
  // What was given up may be possible now: a key or a field that was wrong is mended before a restart.
  await store.limeWrites.renew(database, now().toISOString());
  for (const worker of all) worker.start();
  void limeWriter.mappings.nameFaults(stopping.signal);

  const tenant = {
    context,
    publicOrigins: limeConfig.publicOrigins,
    invoiceLimetype: limeConfig.names.invoiceLimetype,
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
      metrics: () => metrics.text(),
    }),
    beginStop: () => stopping.abort(),
    async stop() {
      stopping.abort();
      await Promise.all(all.map((worker) => worker.stop()));
      await keepTallies(context).catch((err: unknown) => log.warn({ err }, 'the last counts are lost'));
      await Promise.all([http.close(), billecta.close()]);
      await store.close();
    },
  };
}

/** What an administrator may know of the configuration. */
function setupOf({ lime, billecta, webhooks, reconciliation, retentionDays }: Config): Setup {
  const [origin] = lime.publicOrigins;
  const mount = `${origin}/${encodeURIComponent(lime.database)}/limepkg-billecta-integration`;
  return {
    limeUrl: lime.url,
    billectaUrl: billecta.url,
    retentionDays,
    reconcileEveryMinutes: reconciliation.everyMinutes,
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
