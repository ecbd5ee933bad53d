import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type App, createApp } from './app.ts';
import { BillectaClient } from './billecta/client/client.ts';
import { readsWithin } from './billecta/client/read-gate.ts';
import { supportedEvents } from './billecta/webhook/webhook-events.ts';
import type { Config } from './config/config.ts';
import { secretsOf } from './config/secrets.ts';
import { hiding } from './domain/text/hide.ts';
import { LimeClient } from './lime/client/client.ts';
import { LimeHttp } from './lime/client/http.ts';
import { rememberIdentity } from './lime/identity/remember-identity.ts';
import { billectaPaths } from './lime/setup/field-mapping.ts';
import { RestSetup } from './lime/setup/setup.ts';
import { WritePace } from './lime/write-back/write-pace.ts';
import { RestWriter } from './lime/write-back/writer.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './services/admin/checks/readiness.ts';
import { SetupWatch } from './services/admin/checks/setup-watch.ts';
import { keepTallies, sampleQueue } from './services/admin/status/keep-tallies.ts';
import { recoverCommands, recoverLostCommands } from './services/commands/recover-commands.ts';
import { resumeDue } from './services/commands/resume-due.ts';
import { applyDueEvents, helpApply } from './services/events/apply-due-events.ts';
import { readDueInvoices } from './services/invoices/refresh-due-invoices.ts';
import type { Setup } from './services/ports/setup.ts';
import { reconcileDue } from './services/reconciliation/reconcile-due.ts';
import { readDriftedInvoices } from './services/reconciliation/refresh-drifted-invoices.ts';
import { forgetOld } from './services/retention/delete-expired.ts';
import { mayForget } from './services/retention/retention-guard.ts';
import { clockWatch } from './services/shared/clock-watch.ts';
import type { Context, Log, Work } from './services/shared/context.ts';
import { HappeningCounter } from './services/shared/event-counter.ts';
import { KeyedLock } from './services/shared/keyed-lock.ts';
import { LiveChannel } from './services/shared/live-channel.ts';
import { onceStored } from './services/shared/once-stored.ts';
import { TaskChannel } from './services/shared/task-channel.ts';
import { Worker } from './services/shared/worker.ts';
import { runDueItems } from './services/tasks/run-due-items.ts';
import { readDueDebtors } from './services/write-back/refresh-due-debtors.ts';
import { writeBack } from './services/write-back/write-back.ts';
import { deadlineIn } from './signals/within.ts';
import { openStore } from './store/store.ts';
import { userAgent } from './user-agent.ts';
import { webhookReading } from './webhook-reading.ts';

/** No caller waits longer than this for Lime and Billecta together, ms. */
const patience = 9_000;

/** The share of what Lime allows that callers whom nobody knows yet are asked about with. */
const forUnknown = 0.2;

/** How often pauses whose day has come are looked for, ms. */
const lookForPlansEvery = 10_000;

/** How often commands are looked for that nobody has in hand any more, ms. */
const lookForLostEvery = 10_000;

/** How often invoices of tasks are looked for whose time has come to be tried again, ms. */
const lookForTasksEvery = 1_000;

/** How often bodies that have been kept long enough are looked for, ms. */
const pruneEvery = 60 * 60 * 1000;

/** How often it is looked whether the clock was set back, ms. */
const catchUpEvery = 5_000;

/** How often it is looked whether the database can be used, ms. */
const lookAtStorageEvery = 5_000;

/** How often reconciliation looks whether its time has come, and how long after the start at the earliest, ms. */
const reconcileLookEvery = 5_000;
const reconcileNotWithin = 60_000;
/** How often what has been counted is written down, and how often the queue is looked at, ms. */
const tallyEvery = 5_000;
const sampleEvery = 30_000;

/** The service with all its parts, not listening yet. */
export interface Service {
  app: App;
  /** Looks whether everything is set up as it must be, and names in the log what is not. Never rejects. */
  checkSetup(): Promise<void>;
  /** Ends the open streams, so that the server can close, and begins no more work in the background. */
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
  const store = await openStore(config.databaseUrl, webhookReading(envelope), log);
  const hide = hiding(secretsOf(config));
  const http = new LimeHttp({ ...limeConfig, userAgent, log, hide });
  const lime = rememberIdentity(new LimeClient(http, limeConfig.names), {
    ...limeConfig,
    now: () => performance.now(),
  });
  const pace = new WritePace(limeConfig.writesPerSecond);
  const limeWriter = new RestWriter({ ...limeConfig, http, pace, log, now: Date.now });
  const wanted = {
    invoice: billectaPaths(limeConfig.mapping, 'invoice'),
    reminder: billectaPaths(limeConfig.mapping, 'reminder'),
    payment: billectaPaths(limeConfig.mapping, 'payment'),
    debtor: billectaPaths(limeConfig.mapping, 'debtor'),
  };
  const billecta = new BillectaClient({ ...billectaConfig, envelope, wanted, log, hide });

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
    limeSetup: new RestSetup({ ...limeConfig, http }),
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
    missingInLime: limeConfig.missing,
    largestTask: config.taskInvoicesAtMost,
    failing: () => all.flatMap(({ failure }) => failure ?? []),
  };
  const readiness = new Readiness({ store, failing: context.failing, log, now });
  const reconcile = (signal: AbortSignal) => reconcileDue(context, billecta, settings, signal);
  const worker = (name: string, work: ConstructorParameters<typeof Worker>[1], every?: number) =>
    new Worker(name, work, log, every, now);
  const workers: Record<Work, readonly Worker[]> = {
    events: [worker('events', () => applyDueEvents(context))],
    reads: [worker('reads', (signal) => readDueInvoices(context, signal))],
    debtors: [worker('debtors', (signal) => readDueDebtors(context, signal))],
    writes: [worker('writes', (signal) => writeBack(context, signal))],
    tasks: [worker('tasks', (signal) => runDueItems(context, signal), lookForTasksEvery)],
    reconciliation: [worker('reconciliation', reconcile, reconcileLookEvery)],
    drift: [worker('drift', (signal) => readDriftedInvoices(context, signal))],
  };
  let mayForgetOld = false;
  const forget = async (signal: AbortSignal) =>
    mayForgetOld && forgetOld(context, config.retentionDays, signal);
  // Nobody wakes these: they help while there is more than one does at a time.
  const helpers = Array.from({ length: store.appliersAtOnce - 1 }, () =>
    worker('more events', () => helpApply(context)),
  );
  const all = [
    ...Object.values(workers).flat(),
    ...helpers,
    worker('resume plans', (signal) => resumeDue(context, signal), lookForPlansEvery),
    worker('lost commands', () => recoverLostCommands(context), lookForLostEvery),
    worker('retention', forget, pruneEvery),
    // Nor these: what happens all the time is counted now and then.
    worker('tallies', () => keepTallies(context), tallyEvery),
    worker('queue samples', () => sampleQueue(context), sampleEvery),
    worker('clock', clockWatch(context), catchUpEvery),
    worker('storage', () => readiness.watch(), lookAtStorageEvery),
  ];
  try {
    await onceStored(log, async () => {
      mayForgetOld = await mayForget(context, config.retentionDays);
      await recoverCommands(context);
      // What was given up may be possible now: a key or a field that was wrong is mended before a restart.
      await store.limeWrites.renew(database, now().toISOString());
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  for (const worker of all) worker.start();
  const setupWatch = new SetupWatch(context);

  let ending: Promise<unknown> | undefined;
  const beginStop = () => {
    stopping.abort();
    ending ??= Promise.all(all.map((one) => one.stop()));
    return ending;
  };

  const tenant = {
    context,
    publicOrigins: limeConfig.publicOrigins,
    sessionCookies: limeConfig.sessionCookies,
    callerSalt: await store.installation.own('caller-salt', randomBytes(32).toString('hex')),
    webhookBodyLimit: config.webhooks.bodyLimit,
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
      unknownCallers: {
        burst: limeConfig.limit.burst * forUnknown,
        perSecond: limeConfig.limit.perSecond * forUnknown,
      },
      clientAddressHeader: config.clientAddressHeader,
      liveStreamsAtMost: config.liveStreamsAtMost,
      taskInvoicesAtMost: config.taskInvoicesAtMost,
      stopping: stopping.signal,
      notReady: () => readiness.check(),
      setup: () => setupWatch.now(),
      metrics: () => metrics.text(),
    }),
    async checkSetup() {
      try {
        await setupWatch.nameFaults(stopping.signal);
      } catch (err) {
        log.warn({ err }, 'the set-up could not be checked');
      }
    },
    beginStop,
    async stop() {
      await beginStop();
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
