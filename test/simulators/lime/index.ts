import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { limeApp } from './app.ts';
import { sampleLimetypes } from './database/limetypes.ts';
import { Logins } from './database/logins.ts';
import type { PropertyValues } from './database/property.ts';
import { addIntegrationMonitor, addInvoice, type InvoiceSeed } from './database/seed.ts';
import { ObjectStore } from './database/store.ts';
import { type PersonName, type UserName, users } from './database/users.ts';
import { MountProxy } from './mount-proxy.ts';
import { cloudRateLimit, defaultCandidates, type LimeSimulatorOptions } from './options.ts';
import type { CallLog } from './rest/calls.ts';
import { type Fault, type FaultScope, Faults } from './rest/faults.ts';
import { RateLimiter } from './rest/rate-limit.ts';
import { listen } from './server.ts';
import { packageName } from './web/package.ts';

export type { InvoiceSeed } from './database/seed.ts';
export type { PersonName, UserName } from './database/users.ts';
export type { Candidates, LimeSimulatorOptions } from './options.ts';
export type { Call } from './rest/calls.ts';
export type { Fault, FaultScope } from './rest/faults.ts';

/** A running stand-in for Lime CRM: REST API, web client and reverse proxy on one origin. */
export interface LimeSimulator {
  /** Origin, `http://127.0.0.1:PORT`. */
  url: string;
  /** Origin and application name; REST is below `${baseUrl}/api/v1/`, the client at `${baseUrl}/client/`. */
  baseUrl: string;
  database: string;
  /** `x-api-key` values. */
  keys: Readonly<Record<UserName, string>>;
  /** Makes a new key, which takes the place of the old. @returns the new one */
  replaceKey(user: UserName): string;
  /** A `Cookie` header value of a new web client login. */
  cookies(person: PersonName): string;
  /** Ends all web client logins. */
  expireLogins(): void;
  /** @returns the Lime id */
  addInvoice(seed: InvoiceSeed): number;
  /** @returns the Lime id */
  addObject(limetype: string, properties: PropertyValues, id?: number): number;
  /** What is stored now; options by key. @throws when it does not exist */
  object(limetype: string, id: number): Readonly<PropertyValues>;
  /** Everything that is stored of a limetype, by id; options by key. */
  objects(limetype: string): ReadonlyArray<{ id: number; properties: Readonly<PropertyValues> }>;
  /** Changes an object behind everyone's back, as another user of Lime would. */
  change(limetype: string, id: number, properties: PropertyValues): void;
  remove(limetype: string, id: number): void;
  /** Where `/{database}/limepkg-billecta-integration/*` goes from now on. */
  proxyTo(origin: string): void;
  /** REST requests so far, oldest first; set `length = 0` to forget them. */
  calls: CallLog;
  /** @returns ends this fault */
  fault(fault: Fault, scope?: FaultScope): () => void;
  clearFaults(): void;
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function startLimeSimulator(options: LimeSimulatorOptions = {}): Promise<LimeSimulator> {
  const database = options.database ?? 'lime-demo';
  const store = new ObjectStore(
    sampleLimetypes(options.invoiceProperties),
    options.now ?? (() => new Date()),
  );
  addIntegrationMonitor(store);
  const logins = new Logins();
  const candidates = { ...defaultCandidates, ...options.candidates };
  const proxy = new MountProxy(options.mountTarget);
  const faults = new Faults();
  const calls: CallLog = [];
  let baseUrl = '';

  const rest = {
    baseUrl: () => baseUrl,
    store,
    logins,
    candidates,
    calls,
    faults,
    rateLimiter: new RateLimiter(options.rateLimit ?? cloudRateLimit),
  };
  const app = limeApp(database, rest, {
    database,
    logins,
    candidates,
    bundleDirectory: options.bundleDirectory ?? builtBundle,
    configs: options.configs ?? {},
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const mount = `/${encodeURIComponent(database)}/${packageName}/`;
  const server = await listen(
    (incoming, outgoing) =>
      incoming.url?.startsWith(mount) ? proxy.forward(incoming, outgoing) : listener(incoming, outgoing),
    options.port ?? 0,
  );
  const url = `http://127.0.0.1:${server.port}`;
  baseUrl = `${url}/${encodeURIComponent(database)}`;

  const existing = (limetype: string, id: number) => {
    const object = store.get(limetype, id);
    if (!object) throw new Error(`There is no ${limetype} ${id}`);
    return object;
  };

  return {
    url,
    baseUrl,
    database,
    keys: logins.keys,
    replaceKey: (user) => logins.replaceKey(user),
    cookies: (person) => logins.login(person),
    expireLogins: () => logins.expireAll(),
    addInvoice: (seed) => addInvoice(store, seed),
    addObject: (limetype, properties, id) => store.create(limetype, { id, properties, by: users.admin }).id,
    object: (limetype, id) => ({ ...existing(limetype, id).properties }),
    objects: (limetype) =>
      store.all(limetype).map(({ id, properties }) => ({ id, properties: { ...properties } })),
    change: (limetype, id, properties) => store.update(existing(limetype, id), properties, users.user),
    remove: (limetype, id) => void store.delete(limetype, id),
    proxyTo: (origin) => proxy.to(origin),
    calls,
    fault: (fault, scope) => faults.add(fault, scope),
    clearFaults: () => faults.clear(),
    close: () => server.close(),
  };
}

const builtBundle = fileURLToPath(new URL('../../../dist/frontend', import.meta.url));
