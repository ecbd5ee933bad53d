import pino from 'pino';
import { compose } from '../../../bff/compose.ts';
import { readConfig } from '../../../bff/config/config.ts';
import { closeServer, serverOf } from '../../../bff/process/node-server.ts';
import type { Timer } from '../../../bff/services/ports/timer.ts';
import { realTimer } from '../../../bff/signals/real-timer.ts';
import type { CandidateOverrides } from '../../simulators/billecta/index.ts';
import {
  type BillectaSimulator,
  type InvoiceSeed,
  startBillectaSimulator,
} from '../../simulators/billecta/index.ts';
import { envelopeKeys } from '../../simulators/billecta/webhooks/envelope.ts';
import type { Candidates as LimeCandidates } from '../../simulators/lime/index.ts';
import { type LimeSimulator, startLimeSimulator } from '../../simulators/lime/index.ts';
import { Caller } from './caller.ts';
import { createStore, type TestStore } from './store.ts';

export const webhookKey = 'a-webhook-key-of-the-tests';

/** How long requests under way may take to finish when the service stops, ms. */
const grace = 12_000;

export interface Harness {
  lime: LimeSimulator;
  billecta: BillectaSimulator;
  /** The mount's base. */
  url: string;
  origin: string;
  store: TestStore;
  /** Everything that the service has logged, one JSON text a line. */
  log: string[];
  as(who: 'user' | 'reader' | 'admin'): Caller;
  /** An invoice in both systems. */
  addInvoice(seed?: InvoiceSeed): { limeId: number; actionPublicId: string };
  /** Names in the log what is wrong with the set-up, as the process does when it starts. */
  checkSetup(): Promise<void>;
  /** Stops the service and starts it again on the same file. */
  restart(): Promise<void>;
  /** A second service on the same database, as another process would be. */
  startAnother(): Promise<{ as: Harness['as']; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface HarnessOptions {
  billecta?: CandidateOverrides;
  lime?: Partial<LimeCandidates>;
  /** What the service sends to Billecta, when it is not the right thing; null when it has to fetch a token. */
  authorization?: string | null;
  /** The service's clock. */
  now?: () => Date;
  /** How its background work waits; default: what is looked for every few seconds, in a tenth of them. */
  timer?: Timer;
  /** Called with the address of the simulated Lime, before the service starts. */
  afterLime?: (origin: string) => void;
  /** Of the service, beside what it needs. */
  environment?: Record<string, string>;
}

/** A worker that is woken, or looks twice a second, does so as ever; nobody waits ten seconds for one that seldom looks. */
const hastyTimer: Timer = { sleep: (ms, signal) => realTimer.sleep(ms > 1_000 ? ms / 10 : ms, signal) };

/** The service with both simulators, over real HTTP and a real SQLite file. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const store = await createStore();
  const log: string[] = [];
  const billecta = await startBillectaSimulator({ candidates: options.billecta ?? {} });
  const lime = await startLimeSimulator({ candidates: options.lime ?? {} });
  options.afterLime?.(lime.url);
  const keys = envelopeKeys[options.billecta?.envelope ?? 'billecta'];
  const config = readConfig({
    LIME_URL: lime.baseUrl,
    LIME_API_KEY: lime.keys.service,
    BILLECTA_URL: billecta.url,
    ...(options.authorization !== null && {
      BILLECTA_AUTHORIZATION: options.authorization ?? billecta.authorization,
    }),
    WEBHOOK_API_KEYS: `old:some-older-key-of-the-tests,test:${webhookKey}`,
    DATABASE_URL: store.url,
    ...(keys && { WEBHOOK_ENVELOPE: JSON.stringify(keys) }),
    ...options.environment,
  });

  const serve = async (port: number) => {
    const service = await compose(
      config,
      pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
      options.now,
      options.timer ?? hastyTimer,
    );
    const server = serverOf(service.app);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return {
      checkSetup: () => service.checkSetup(),
      port: (server.address() as { port: number }).port,
      async stop() {
        service.beginStop();
        await closeServer(server, grace);
        await service.stop();
      },
    };
  };

  const mountOf = (port: number) => `http://127.0.0.1:${port}/${lime.database}/limepkg-billecta-integration`;

  let running = await serve(0);
  const { port } = running;
  const origin = `http://127.0.0.1:${port}`;
  const url = mountOf(port);
  lime.proxyTo(origin);
  billecta.addWebhook({ url: `${url}/billecta-webhook-receiver`, headers: { 'x-api-key': webhookKey } });

  let number = 5000;
  return {
    lime,
    billecta,
    url,
    origin,
    store,
    log,
    as: (who) => new Caller(url, { 'x-api-key': lime.keys[who] }),
    addInvoice(seed = {}) {
      number += 1;
      const actionPublicId = billecta.addInvoice({ invoiceNumber: String(number), ...seed });
      const limeId = lime.addInvoice({
        invoiceNumber: String(number),
        actionPublicId,
        debtor: 'Skogsbacken AB',
        amount: 1250,
        dueDate: '2026-12-01',
      });
      return { limeId, actionPublicId };
    },
    checkSetup: () => running.checkSetup(),
    async restart() {
      await running.stop();
      running = await serve(port);
    },
    async startAnother() {
      const another = await serve(0);
      const mount = mountOf(another.port);
      return {
        as: (who) => new Caller(mount, { 'x-api-key': lime.keys[who] }),
        close: () => another.stop(),
      };
    },
    async close() {
      await running.stop();
      await Promise.all([lime.close(), billecta.close()]);
      await store.remove();
    },
  };
}
