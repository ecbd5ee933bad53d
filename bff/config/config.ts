import { defaultOperations, type Operations } from '../billecta/client/operations.ts';
import { documentedLimits, type ReadLimit } from '../billecta/client/read-gate.ts';
import { defaultKeys, type EnvelopeKeys } from '../billecta/webhook/webhook-envelope.ts';
import type { CommentPassing } from '../domain/command.ts';
import type { LimeKind } from '../domain/lime-kind.ts';
import { callLimit } from '../lime/client/call-limit.ts';
import type { LimeNames } from '../lime/client/names.ts';
import { defaultMapping, type FieldMapping } from '../lime/setup/field-mapping.ts';
import type { ProofName } from '../services/ports/setup.ts';
import type { Rate } from '../services/shared/pacing/token-bucket.ts';
import { Environment } from './environment.ts';
import { unknownVariables } from './unknown-variables.ts';
import { databaseOf } from './variables/lime.ts';

/** The service's configuration, fully checked. */
export interface Config {
  lime: {
    /** With the application, without a slash at the end. */
    url: string;
    /** The application: the first path segment of every URL. */
    database: string;
    apiKey: string;
    /** The origins by which browsers and Billecta know Lime; the first is shown to people. */
    publicOrigins: readonly [string, ...string[]];
    /** The cookies that make up a session; empty for all. */
    sessionCookies: readonly string[];
    names: LimeNames;
    limit: Rate;
    mapping: FieldMapping;
    /** Kinds of objects that are created when Lime has none. */
    creates: readonly LimeKind[];
    /** The proofs that a caller may update invoices, in order of precedence. */
    updateProof: readonly ProofName[];
    /** The value that empties an option: a key, or null. */
    emptyOption: string | null;
    /** What to do with an invoice that is not in Lime. */
    missing: 'wait' | 'ignore';
    writesPerSecond: number;
  };
  billecta: {
    url: string;
    credential: { authorization: string } | { user: string; password: string };
    operations: Operations;
    readLimits: readonly ReadLimit[];
    /** Whether comments of commands are written to Billecta. */
    comments: CommentPassing;
  };
  webhooks: {
    /** The header that carries the key, in lower case. */
    keyHeader: string;
    keys: ReadonlyArray<{ name: string; key: string }>;
    envelope: EnvelopeKeys;
    /** Largest body, bytes. */
    bodyLimit: number;
  };
  /** How many requests one credential may make. */
  callerRequestsPerMinute: number;
  /** How many live streams may be open in all. */
  liveStreamsAtMost: number;
  /** Names the client's address, in lower case; set by the proxy. Null when there is none to believe. */
  clientAddressHeader: string | null;
  /** How many invoices a command may be run on in one go. */
  taskInvoicesAtMost: number;
  reconciliation: {
    /** Minutes; 0 for only on an administrator's request. */
    everyMinutes: number;
    /** Hour of the day in Sweden. */
    closedHour: number;
    /** Empty: found automatically. */
    creditors: readonly string[];
  };
  /** How long bodies of webhooks are kept, days. */
  retentionDays: number;
  databaseUrl: string;
  host: string;
  port: number;
  logLevel: string;
  /** Warnings about unknown variables, one line each. */
  unknownVariables: readonly string[];
}

/** All faults of the configuration, one line each, in words. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}

/** @throws ConfigFault with everything that is missing or wrong */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const result = Environment.safeParse(environment);
  const faults = (result.error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}`);
  faults.push(...credentialFaults(environment));
  if (!result.success || faults.length > 0) throw new ConfigFault(faults);
  const env = result.data;
  return {
    lime: {
      url: env.LIME_URL,
      database: databaseOf(env.LIME_URL) ?? '',
      apiKey: env.LIME_API_KEY,
      publicOrigins: env.LIME_PUBLIC_ORIGINS ?? [new URL(env.LIME_URL).origin],
      sessionCookies: env.LIME_SESSION_COOKIES,
      names: {
        invoiceLimetype: env.LIME_INVOICE_LIMETYPE,
        actionPublicIdField: env.LIME_ACTION_PUBLIC_ID_FIELD,
        debtorLimetype: env.LIME_DEBTOR_LIMETYPE,
        debtorPublicIdField: env.LIME_DEBTOR_PUBLIC_ID_FIELD,
        paymentLimetype: env.LIME_PAYMENT_LIMETYPE,
        paymentPublicIdField: env.LIME_PAYMENT_PUBLIC_ID_FIELD,
        adminLimetype: env.LIME_ADMIN_LIMETYPE,
      },
      limit: callLimit(env.LIME_CALLS_PER_5_MINUTES),
      mapping: env.LIME_FIELD_MAPPING ?? defaultMapping,
      creates: env.LIME_CREATES,
      updateProof: env.LIME_UPDATE_PROOF,
      emptyOption: env.LIME_EMPTY_OPTION,
      missing: env.LIME_MISSING,
      writesPerSecond: env.LIME_WRITES_PER_SECOND,
    },
    billecta: {
      url: env.BILLECTA_URL,
      credential: env.BILLECTA_AUTHORIZATION
        ? { authorization: env.BILLECTA_AUTHORIZATION }
        : { user: env.BILLECTA_USER ?? '', password: env.BILLECTA_PASSWORD ?? '' },
      operations: env.BILLECTA_OPERATIONS ?? defaultOperations,
      readLimits: env.BILLECTA_READ_LIMITS ?? documentedLimits,
      comments: env.BILLECTA_COMMENTS,
    },
    webhooks: {
      keyHeader: env.WEBHOOK_KEY_HEADER,
      keys: env.WEBHOOK_API_KEYS,
      envelope: { ...defaultKeys, ...env.WEBHOOK_ENVELOPE },
      bodyLimit: env.WEBHOOK_BODY_LIMIT_KIB * 1024,
    },
    callerRequestsPerMinute: env.CALLER_REQUESTS_PER_MINUTE,
    liveStreamsAtMost: env.LIVE_STREAMS_AT_MOST,
    clientAddressHeader: env.CLIENT_ADDRESS_HEADER ?? null,
    taskInvoicesAtMost: env.TASK_INVOICES_AT_MOST,
    reconciliation: {
      everyMinutes: env.RECONCILE_EVERY_MINUTES,
      closedHour: env.RECONCILE_CLOSED_HOUR,
      creditors: env.BILLECTA_CREDITORS,
    },
    retentionDays: env.RETENTION_DAYS,
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    unknownVariables: unknownVariables(environment, Object.keys(Environment.shape)),
  };
}

function credentialFaults({
  BILLECTA_AUTHORIZATION,
  BILLECTA_USER,
  BILLECTA_PASSWORD,
}: Record<string, string | undefined>): string[] {
  if (BILLECTA_AUTHORIZATION || (BILLECTA_USER && BILLECTA_PASSWORD)) return [];
  if (BILLECTA_USER) return ['BILLECTA_PASSWORD is missing: it goes with BILLECTA_USER'];
  if (BILLECTA_PASSWORD) return ['BILLECTA_USER is missing: it goes with BILLECTA_PASSWORD'];
  return [
    'BILLECTA_AUTHORIZATION is missing: the whole Authorization value for Billecta, or BILLECTA_USER and BILLECTA_PASSWORD instead',
  ];
}
