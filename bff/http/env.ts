import type { HttpBindings } from '@hono/node-server';
import type { SetupFound } from '../services/admin/checks/setup-watch.ts';
import type { CallerContext, Context, Log } from '../services/shared/context.ts';
import type { Rate } from '../services/shared/pacing/token-bucket.ts';

/** One Lime database as the HTTP layer sees it. */
export interface Tenant {
  context: Context;
  /** The origins that Lime's web client is served from; cookie callers come from them. */
  publicOrigins: readonly string[];
  /** The invoices' limetype in the customer's Lime. */
  invoiceLimetype: string;
  /** The header that a webhook's key comes in, in lower case. */
  webhookKeyHeader: string;
  webhookKeys: readonly WebhookKey[];
  /** Largest body of a webhook, bytes. */
  webhookBodyLimit: number;
  /** The cookies that make up a session; empty for all. */
  sessionCookies: readonly string[];
  /** The installation's own, for hashes of credentials. */
  callerSalt: string;
}

export interface WebhookKey {
  name: string;
  /** SHA-256 of the key. */
  hash: Buffer;
}

export interface AppDeps {
  tenants: ReadonlyMap<string, Tenant>;
  log: Log;
  /** How many requests one credential may make, a fifth of them at once. */
  callerRequestsPerMinute: number;
  /** How many unknown callers may be checked with Lime. */
  unknownCallers: Rate;
  /** Names the client's address, in lower case; null when no proxy sets one. */
  clientAddressHeader: string | null;
  /** How many live streams may be open in all. */
  liveStreamsAtMost: number;
  /** How many invoices a task may have; a request for one is as long as their ids. */
  taskInvoicesAtMost: number;
  /** Aborts when the service is about to stop; open streams end then. */
  stopping: AbortSignal;
  /** Why the service cannot serve now, or null when it can. */
  notReady(): Promise<string | null>;
  /** Whether everything is set up as it must be, at most a minute old. */
  setup(): Promise<SetupFound>;
  /** The process's metrics, in Prometheus' text format. */
  metrics(): Promise<{ body: string; contentType: string }>;
}

/** The context of a request. */
export interface Env {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    tenant: Tenant;
    /** Set behind {@link identifyCaller}. */
    caller: CallerContext;
    /** Counts the request as so many more requests of the caller's. @throws Fault `too-many-requests` */
    charge(requests: number): void;
    /** Set when the request failed, for the log line. */
    fault: unknown;
  };
}
