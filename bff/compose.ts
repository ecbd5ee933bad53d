import { randomBytes, randomUUID } from 'node:crypto';
import { type App, createApp } from './app.ts';
import { BillectaClient } from './billecta/client/client.ts';
import { parseWebhook } from './billecta/webhook/parse-webhook.ts';
import type { Config } from './config/config.ts';
import { secretsOf } from './config/secrets.ts';
import { deliveryParser } from './delivery-parser.ts';
import { hiding } from './domain/text/hide.ts';
import { LimeClient } from './lime/client/client.ts';
import { LimeHttp } from './lime/client/http.ts';
import { rememberIdentity } from './lime/identity/remember-identity.ts';
import { billectaPaths } from './lime/setup/field-mapping.ts';
import { LimeSetupCheck } from './lime/setup/setup.ts';
import { WritePace } from './lime/write-back/write-pace.ts';
import { RestWriter } from './lime/write-back/writer.ts';
import { Metrics } from './metrics.ts';
import { untilStored } from './process/until-stored.ts';
import { Readiness } from './services/admin/checks/readiness.ts';
import { SetupWatch } from './services/admin/checks/setup-watch.ts';
import { keepTallies } from './services/admin/status/keep-tallies.ts';
import { recoverCommands } from './services/commands/recover-commands.ts';
import type { Timer } from './services/ports/timer.ts';
import type { Context, Log } from './services/shared/context.ts';
import { EventCounter } from './services/shared/event-counter.ts';
import { KeyedLock } from './services/shared/keyed-lock.ts';
import { Channel } from './services/shared/live/channel.ts';
import { LiveChannel } from './services/shared/live/live-channel.ts';
import { realTimer } from './signals/real-timer.ts';
import { deadlineIn } from './signals/within.ts';
import { openStore } from './store/store.ts';
import { setupOf, tenantOf } from './tenant.ts';
import { userAgent } from './user-agent.ts';
import { reconciliationSchedule, startableWorkers } from './workers.ts';

/** No caller waits longer than this for Lime and Billecta together, ms. */
const timeoutMs = 9_000;

/** The share of Lime's limit for checks of unknown callers. */
const forUnknown = 0.2;

/** The service with all its parts, not listening yet. */
export interface Service {
  app: App;
  /** Checks the set-up and logs its faults. Never rejects. */
  checkSetup(): Promise<void>;
  /** Ends the open streams, so that the server can close, and begins no more background work. */
  beginStop(): void;
  /** Finishes the work in progress and closes everything. Call it when no request is under way any more. */
  stop(): Promise<void>;
}

/**
 * Puts the parts together, opens the database, and starts the workers.
 *
 * @param now - the present, by which things are due
 * @param timer - how the background work waits
 */
export async function compose(
  config: Config,
  log: Log,
  now = () => new Date(),
  timer: Timer = realTimer,
): Promise<Service> {
  const { lime: limeConfig, billecta: billectaConfig } = config;
  const { database } = limeConfig;
  const stopping = new AbortController();
  const { envelope } = config.webhooks;
  const store = await openStore(config.databaseUrl, deliveryParser(envelope), log);
  const hide = hiding(secretsOf(config));
  const http = new LimeHttp({ ...limeConfig, userAgent, log, hide });
  const lime = rememberIdentity(new LimeClient(http, limeConfig.names), {
    ...limeConfig,
    now: () => performance.now(),
  });
  const pace = new WritePace(limeConfig.writesPerSecond);
  const limeWriter = new RestWriter({ ...limeConfig, http, pace, log, now: Date.now });
  const mappedFields = {
    invoice: billectaPaths(limeConfig.mapping, 'invoice'),
    reminder: billectaPaths(limeConfig.mapping, 'reminder'),
    payment: billectaPaths(limeConfig.mapping, 'payment'),
    debtor: billectaPaths(limeConfig.mapping, 'debtor'),
  };
  const billecta = new BillectaClient({ ...billectaConfig, envelope, fields: mappedFields, log, hide });

  const metrics = new Metrics();
  const context: Context = {
    database,
    lime,
    limeWriter,
    billecta,
    store,
    log,
    live: new LiveChannel(),
    liveTasks: new Channel(),
    setup: setupOf(config),
    billectaLists: billecta,
    parseWebhook: (body) => parseWebhook(body, envelope, mappedFields),
    limeSetup: new LimeSetupCheck({ ...limeConfig, http }),
    counter: new EventCounter(metrics.eventsOf(database)),
    locks: new KeyedLock(),
    now,
    timer,
    newId: randomUUID,
    random: Math.random,
    deadline: () => deadlineIn(timeoutMs),
    wake: (...kinds) => {
      for (const worker of kinds.flatMap((kind) => workers.woken[kind])) worker.wake();
    },
    commentPassing: config.billecta.comments,
    missingInLime: limeConfig.missing,
    largestTask: config.taskInvoicesAtMost,
    failing: () => workers.all.flatMap(({ failure }) => failure ?? []),
  };
  const readiness = new Readiness({ store, failing: context.failing, log, now });
  const schedule = {
    reconciliation: reconciliationSchedule(config, now),
    retentionDays: config.retentionDays,
  };
  const workers = startableWorkers(context, readiness, schedule);
  try {
    await untilStored(log, async () => {
      await workers.permitRetention();
      await recoverCommands(context);
      // A write that was given up may be possible now: a wrong key or field is corrected before a restart.
      await store.limeWrites.requeue(database, now().toISOString());
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  for (const worker of workers.all) worker.start();
  const setupWatch = new SetupWatch(context);

  let ending: Promise<unknown> | undefined;
  const beginStop = () => {
    stopping.abort();
    ending ??= Promise.all(workers.all.map((one) => one.stop()));
    return ending;
  };

  const callerSalt = await store.installation.own('caller-salt', randomBytes(32).toString('hex'));
  return {
    app: createApp({
      tenants: new Map([[database, tenantOf(context, config, callerSalt)]]),
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
