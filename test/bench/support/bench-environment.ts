import pkg from '../../../package.json' with { type: 'json' };
import { type BillectaSimulator, startBillectaSimulator } from '../../simulators/billecta/index.ts';
import { startLimeSimulator } from '../../simulators/lime/index.ts';
import { buildBff } from '../../support/build-bff.ts';
import {
  type Databases,
  type StoreKind,
  startDatabases,
  type TestDatabase,
} from '../../support/databases.ts';
import { freePort } from '../../support/free-port.ts';
import { type Environment, startService } from '../../support/service-process.ts';
import type { Target } from './saturate.ts';

const key = 'the-webhook-key-of-the-bench';

/** A process under measurement. */
export interface Running extends Target {
  /** From its start to its first answer of 200, ms. */
  readyMs: number;
  stop(): Promise<void>;
}

/** Everything a measurement needs besides itself. */
export interface BenchEnvironment {
  store: StoreKind;
  billecta: BillectaSimulator;
  /** The Lime database that the service serves. */
  limeDatabase: string;
  /** Of a Lime administrator. */
  adminKey: string;
  createDatabase(): Promise<TestDatabase>;
  /** The service as it is shipped and with its defaults (`LOG_LEVEL=info`), its log going to /dev/null. */
  startBff(database: TestDatabase, environment?: Environment): Promise<Running>;
  /** The same intake with nothing around it, on a database of its own. */
  startBaseline(): Promise<Running>;
  close(): Promise<void>;
}

export async function openWorkshop(store: StoreKind): Promise<BenchEnvironment> {
  const main = await buildBff('bff-bench');
  const databases: Databases = await startDatabases(store, { durable: true });
  const billecta = await startBillectaSimulator();
  const lime = await startLimeSimulator();
  const path = `/${lime.database}/limepkg-billecta-integration/billecta-webhook-receiver`;

  const start = async (
    args: readonly string[],
    ready: string,
    environment: Environment,
  ): Promise<Running> => {
    const port = await freePort();
    const started = performance.now();
    const service = startService(args, { ...environment, PORT: String(port) });
    await service.ready(ready);
    return {
      origin: `http://127.0.0.1:${port}`,
      path,
      key,
      pid: service.pid,
      readyMs: performance.now() - started,
      stop: async () => void (await service.stop()),
    };
  };

  return {
    store,
    billecta,
    limeDatabase: lime.database,
    adminKey: lime.keys.admin,
    createDatabase: () => databases.create(),
    startBff: (database, environment = {}) =>
      start([...shippedFlags, main], '/readyz', {
        LIME_URL: lime.baseUrl,
        LIME_API_KEY: lime.keys.service,
        BILLECTA_URL: billecta.url,
        BILLECTA_AUTHORIZATION: billecta.authorization,
        WEBHOOK_API_KEYS: `bench:${key}`,
        DATABASE_URL: database.url,
        ...environment,
      }),
    async startBaseline() {
      const { url } = await databases.create();
      return start(['--import', 'tsx', baseline], '/', { DATABASE_URL: url, KEY: key });
    },
    async close() {
      await Promise.all([billecta.close(), lime.close()]);
      await databases.close();
    },
  };
}

/** What `npm start` gives to node. */
const shippedFlags = pkg.scripts.start.split(' ').filter((word) => word.startsWith('--'));

const baseline = new URL('../baseline.ts', import.meta.url).pathname;
