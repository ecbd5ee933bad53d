import { z } from 'zod';
import { defaultOperations, type Operations, readOperations } from '../billecta/client/operations.ts';
import { documentedLimits, type ReadLimit } from '../billecta/client/read-gate.ts';
import { defaultKeys, type EnvelopeKeys } from '../billecta/webhook/webhook-envelope.ts';
import type { CommentPassing } from '../domain/command.ts';
import type { LimeKind } from '../domain/lime-kind.ts';
import { callLimit, cloudCalls } from '../lime/client/call-limit.ts';
import { defaultNames, type LimeNames } from '../lime/client/names.ts';
import { proofNames } from '../lime/identity/update-proof.ts';
import { defaultMapping, type FieldMapping, readMapping } from '../lime/setup/field-mapping.ts';
import type { ProofName } from '../services/ports/setup.ts';
import type { Rate } from '../services/shared/pacing/token-bucket.ts';
import { unknownVariables } from './unknown-variables.ts';

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

const given = (what: string) =>
  z
    .string(`is missing: ${what}`)
    .trim()
    .min(1, { error: `is empty: ${what}`, abort: true });

const webUrl = (what: string) =>
  given(what)
    .refine((text) => /^https?:$/.test(parseUrl(text)?.protocol ?? ''), `is no http(s) address: ${what}`)
    .refine((text) => !/[?#]/.test(text), { error: `must end before ? and #: ${what}`, abort: true })
    .refine((text) => !parseUrl(text)?.username && !parseUrl(text)?.password, {
      error: 'must not hold a user or a password: they would be shown',
      abort: true,
    })
    .transform((text) => text.replace(/\/+$/, ''));

const wholeNumber = (what: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number: ${what}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}: ${what}`)
    .meta({ form: `whole number, ${least} to ${most}` });

/** Long enough not to be guessed, and safe in a header as it is. */
const webhookKey = /^[\x21-\x7e]{16,1024}$/;

/** A token of RFC 9110: the form of header and cookie names. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const limeUrl = "Lime's address with the application, such as https://acme.lime-crm.com/acme";

/** The variables, each with its description (`meta`), from which docs/configuration.md is generated. */
export const Environment = z.object({
  LIME_URL: webUrl(limeUrl)
    .refine((text) => databaseOf(text) !== undefined, {
      error: `must end with exactly one path segment, the application: ${limeUrl}`,
    })
    .meta({
      description: 'Address of Lime with the application, such as `https://acme.lime-crm.com/acme`.',
      form: 'http(s) address with one path segment',
    }),
  LIME_API_KEY: given('the API key of the Lime user that this service is').meta({
    description:
      'Key of the Lime user (type API) that the service acts as. It reads and updates invoices, and reads, updates and adds payments and debtors.',
    form: 'text',
  }),
  LIME_PUBLIC_ORIGINS: z.string().transform(commaList).transform(parsing(readOrigins)).optional().meta({
    description:
      'Origins by which browsers know Lime, where they differ from that of `LIME_URL`. The first is used in the address of the webhook.',
    form: 'origins, separated by commas',
    unset: 'the origin of `LIME_URL`',
  }),
  LIME_SESSION_COOKIES: z
    .string()
    .transform(commaList)
    .pipe(z.array(z.string().regex(headerName, 'must be names of cookies, with a comma between them')))
    .default([])
    .meta({
      description:
        'Names of the cookies that make up a Lime session. Only these distinguish callers and are sent to Lime. Set it: otherwise any other cookie that changes makes its caller a new one.',
      form: 'cookie names, separated by commas',
      unset: 'all cookies but those of analytics',
    }),
  LIME_INVOICE_LIMETYPE: z
    .string()
    .default(defaultNames.invoiceLimetype)
    .meta({ description: 'Limetype of invoices.', form: 'limetype' }),
  LIME_ACTION_PUBLIC_ID_FIELD: z
    .string()
    .default(defaultNames.actionPublicIdField)
    .meta({ description: "Field of an invoice that holds Billecta's ActionPublicId.", form: 'field' }),
  LIME_DEBTOR_LIMETYPE: z
    .string()
    .default(defaultNames.debtorLimetype)
    .meta({ description: 'Limetype of debtors.', form: 'limetype' }),
  LIME_DEBTOR_PUBLIC_ID_FIELD: z
    .string()
    .default(defaultNames.debtorPublicIdField)
    .meta({ description: "Field of a debtor that holds Billecta's DebtorPublicId.", form: 'field' }),
  LIME_PAYMENT_LIMETYPE: z
    .string()
    .default(defaultNames.paymentLimetype)
    .meta({ description: 'Limetype of payments.', form: 'limetype' }),
  LIME_PAYMENT_PUBLIC_ID_FIELD: z
    .string()
    .default(defaultNames.paymentPublicIdField)
    .meta({ description: "Field of a payment that holds Billecta's payment reference.", form: 'field' }),
  LIME_ADMIN_LIMETYPE: z.string().default(defaultNames.adminLimetype).meta({
    description: 'A caller to whom Lime shows an object of this limetype is an administrator.',
    form: 'limetype',
  }),
  LIME_FIELD_MAPPING: z.string().transform(parsing(readMapping)).optional().meta({
    description:
      'Which field of Billecta is written to which field of Lime; see [lime.md](lime.md#field-mapping).',
    form: 'JSON',
    unset: 'the mapping in the code',
  }),
  LIME_CREATES: z
    .string()
    .transform(commaList)
    .pipe(z.array(z.enum(['payment', 'debtor'], 'must be payment, debtor, both with a comma, or empty')))
    .default(['payment', 'debtor'])
    .meta({
      description: 'Which objects are created when Lime has none.',
      form: '`payment`, `debtor`, both, or empty',
    }),
  LIME_UPDATE_PROOF: z
    .string()
    .transform(commaList)
    .pipe(z.array(z.enum(proofNames, 'must be acl, write, or both with a comma')).min(1, 'must name a proof'))
    .default([...proofNames])
    .meta({
      description:
        'What proves that a caller may update invoices, in order of preference; see [lime.md](lime.md#rights).',
      form: '`acl`, `write`, or both',
    }),
  LIME_EMPTY_OPTION: z
    .string()
    .trim()
    .transform((key) => (key === 'null' ? null : key))
    .default('empty')
    .meta({ description: 'What empties an option field in Lime.', form: 'an option key, or `null`' }),
  LIME_MISSING: z.enum(['wait', 'ignore'], 'must be wait or ignore').default('wait').meta({
    description:
      'What happens to an event about an invoice that Lime does not have. `wait` reports it in the admin panel; `ignore` skips it until the invoice appears in Lime, for installations where Billecta also has invoices of other systems.',
  }),
  LIME_WRITES_PER_SECOND: wholeNumber('writes', 1, 1_000)
    .default(8)
    .meta({ description: 'How many calls a second the service makes to write to Lime.' }),
  LIME_CALLS_PER_5_MINUTES: wholeNumber('calls', 2, 9_999_999)
    .default(cloudCalls)
    .meta({ description: 'How many calls Lime allows in five minutes.' }),
  BILLECTA_URL: webUrl("Billecta's address, such as https://api.billecta.com").meta({
    description: 'Address of Billecta: `https://api.billecta.com`, or `https://apitest.billecta.com`.',
    form: 'http(s) address',
  }),
  BILLECTA_AUTHORIZATION: z
    .string()
    .trim()
    .regex(
      /^(Basic|SecureToken) [A-Za-z0-9+/]+={0,2}$/,
      'must be "Basic <base64 of user:password>" or "SecureToken <base64 of token>", with one space',
    )
    .optional()
    .meta({
      description: 'The whole value of the Authorization header for Billecta.',
      form: '`Basic <base64>` or `SecureToken <base64>`',
      unset: 'required, or `BILLECTA_USER` and `BILLECTA_PASSWORD` instead',
    }),
  BILLECTA_USER: z.string().trim().min(1, 'is empty').optional().meta({
    description: 'Billecta API user. Tokens are fetched with it and renewed.',
    form: 'text',
    unset: 'see `BILLECTA_AUTHORIZATION`',
  }),
  BILLECTA_PASSWORD: z.string().min(1, 'is empty').optional().meta({
    description: 'Password of `BILLECTA_USER`.',
    form: 'text',
    unset: 'see `BILLECTA_AUTHORIZATION`',
  }),
  BILLECTA_OPERATIONS: z.string().transform(parsing(readOperations)).optional().meta({
    description:
      'Calls that your Billecta environment expects in another form: `{"cancel-dispute":{"method":"PUT","path":"/v1/invoice/canceldispute/{id}","body":{"ActionPublicId":"{id}"}}}`.',
    form: 'JSON',
    unset: 'the calls in the code',
  }),
  BILLECTA_READ_LIMITS: z
    .string()
    .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,3}s(,[1-9]\d{0,5}\/[1-9]\d{0,3}s)*$/, 'must be such as 100/10s,600/60s')
    .transform(readLimits)
    .optional()
    .meta({
      description: 'How often invoices may be read. One caller gets at most half of each limit.',
      form: '`count/seconds`, separated by commas, such as `100/10s,600/60s`',
      unset: '`100/10s,600/60s`',
    }),
  WEBHOOK_API_KEYS: given('the keys that Billecta may send webhooks with, as name:key,name:key')
    .transform(readKeys)
    .refine(
      (keys) => keys.every(({ key }) => key !== ''),
      'has a name without a key; write name:key,name:key',
    )
    .refine((keys) => keys.every(({ key }) => key === '' || webhookKey.test(key)), {
      error: 'has a key that is shorter than 16 characters, or has others than visible ASCII',
    })
    .refine((keys) => keys.every(({ name }) => name !== ''), 'has a key with an empty name')
    .refine((keys) => new Set(keys.map(({ name }) => name)).size === keys.length, 'has the same name twice')
    .meta({
      description:
        'Keys that Billecta may send webhooks with. Several may be valid at once, so that they can be rotated.',
      form: '`name:key,name:key`; each key at least 16 visible ASCII characters',
    }),
  WEBHOOK_KEY_HEADER: z
    .string()
    .regex(headerName, 'must be the name of a header')
    .transform((name) => name.toLowerCase())
    .default('x-api-key')
    .meta({ description: 'Header in which Billecta sends the key.', form: 'header name' }),
  BILLECTA_COMMENTS: z
    .enum(['off', 'private', 'debtor'], 'must be off, private or debtor')
    .default('off')
    .meta({
      description:
        'Whether the comment of a command is also written to Billecta: `private` lets the creditor read it, `debtor` lets the dialog offer that the debtor reads it too.',
    }),
  WEBHOOK_BODY_LIMIT_KIB: wholeNumber('KiB', 64, 16_384).default(1_024).meta({
    description: 'Largest webhook, KiB. A larger one is rejected with 413 and listed in the admin panel.',
  }),
  WEBHOOK_ENVELOPE: z.string().transform(parsing(readEnvelope)).optional().meta({
    description:
      'Keys of the parts of a webhook, where they differ from `EventDate`, `CreditorPublicId`, `Event`, `Data`, `AdditionalData`: `{"event":["Event"],"payload":["Data"],"secondPayload":["AdditionalData"],"creditor":["CreditorPublicId"],"time":["EventDate"],"deliveryId":["Id"]}`.',
    form: 'JSON',
    unset: "Billecta's own keys; no delivery id",
  }),
  CALLER_REQUESTS_PER_MINUTE: wholeNumber('requests', 5, 9_999_999)
    .default(600)
    .meta({ description: 'How many requests one credential may make in a minute; a fifth of them at once.' }),
  LIVE_STREAMS_AT_MOST: wholeNumber('streams', 1, 10_000)
    .default(500)
    .meta({ description: 'How many live streams may be open in all; ten of one caller.' }),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(headerName, 'must be the name of a header, such as x-forwarded-for')
    .transform((name) => name.toLowerCase())
    .optional()
    .meta({
      description:
        'Header in which the proxy names the address of the client, such as `x-forwarded-for` (its last address counts). Unknown credentials are limited by it.',
      form: 'header name',
      unset: 'none',
    }),
  TASK_INVOICES_AT_MOST: wholeNumber('invoices', 1, 10_000)
    .default(2_000)
    .meta({ description: 'How many invoices one task may have.' }),
  RECONCILE_EVERY_MINUTES: wholeNumber('minutes', 0, 1_440).default(15).meta({
    description:
      "How often the open invoices of each creditor are compared with Billecta's list. 0: only when an administrator asks, and not at night either.",
  }),
  RECONCILE_CLOSED_HOUR: wholeNumber('an hour of the day', 0, 23)
    .default(3)
    .meta({ description: 'Hour of the night, in Sweden, in which closed invoices are compared too.' }),
  BILLECTA_CREDITORS: z
    .string()
    .transform(commaList)
    .pipe(z.array(z.string().regex(/^[\w-]{1,64}$/, 'must be CreditorPublicIds, with a comma between them')))
    .default([])
    .meta({
      description: 'CreditorPublicIds to compare.',
      form: 'ids, separated by commas',
      unset: 'those of the invoices that the service knows',
    }),
  RETENTION_DAYS: wholeNumber('days', 1, 36_500).default(90).meta({
    description:
      'How long bodies of webhooks, reconciliations and their drift are kept, days. The outcome of webhooks is kept permanently.',
  }),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)/,
      'must be sqlite:<file> or postgres://<user>:<password>@<host>/<database>',
    )
    .refine((url) => !/^sqlite:(:memory:|.*\?)/.test(url), {
      error: 'must be the name of a file, without a query: what is only in memory would be lost',
    })
    .refine((url) => url.startsWith('sqlite:') || URL.canParse(url), {
      error:
        'cannot be read: in a user or password, percent-encode what a URL gives a meaning, such as %23 for #, %2F for / and %3F for ?; name one host',
      abort: true,
    })
    .default('sqlite:./data/billecta.db')
    .meta({
      description: 'Database of the service.',
      form: '`sqlite:<file>` or `postgres://<user>:<password>@<host>/<database>`',
    }),
  HOST: z.string().default('127.0.0.1').meta({ description: 'Address to listen on.', form: 'address' }),
  PORT: wholeNumber('a port number', 0, 65_535).default(8480).meta({ description: 'Port to listen on.' }),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info')
    .meta({ description: 'Least level that is logged.' }),
});

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

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function databaseOf(limeAddress: string): string | undefined {
  const segments = parseUrl(limeAddress)?.pathname.split('/').filter(Boolean) ?? [];
  return segments.length === 1 && segments[0] ? decodeURIComponent(segments[0]) : undefined;
}

/** @throws Error for a text that is no origin, such as an address with a path */
function readOrigins(texts: readonly string[]): [string, ...string[]] {
  const [first, ...others] = texts.map((text) => {
    const url = parseUrl(text);
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
      throw new Error(`"${text}" is no origin such as https://acme.lime-crm.com`);
    return url.origin;
  });
  if (first === undefined) throw new Error('there is no origin in it');
  return [first, ...others];
}

function commaList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `name:key,name:key`; a key without a name is named by its position. */
function readKeys(text: string): Array<{ name: string; key: string }> {
  return commaList(text).map((part, index) => {
    const colon = part.indexOf(':');
    return colon === -1
      ? { name: `key-${index + 1}`, key: part }
      : { name: part.slice(0, colon).trim(), key: part.slice(colon + 1).trim() };
  });
}

const KeyNames = z.array(z.string().min(1)).min(1);

const Envelope = z.strictObject({
  event: KeyNames.optional(),
  payload: KeyNames.optional(),
  deliveryId: KeyNames.optional(),
  creditor: KeyNames.optional(),
  secondPayload: KeyNames.optional(),
  time: KeyNames.optional(),
});

/** `{"event":["Event"],"payload":["Data"]}`: the known keys; the others keep their default candidates. */
function readEnvelope(text: string): Partial<EnvelopeKeys> {
  const given = Envelope.parse(JSON.parse(text));
  return Object.fromEntries(Object.entries(given).filter(([, names]) => names !== undefined));
}

/** `100/10s,600/60s`: at most 100 in 10 s and at most 600 in 60 s. */
function readLimits(text: string): ReadLimit[] {
  return text.split(',').map((part) => {
    const [max, seconds] = part.replace('s', '').split('/').map(Number);
    return { max: max ?? 0, ms: (seconds ?? 0) * 1000 };
  });
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

/** Parses a text with a function; reports its error as an issue of the configuration. */
function parsing<From, T>(read: (given: From) => T) {
  return (given: From, issues: z.RefinementCtx): T => {
    try {
      return read(given);
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      issues.addIssue(`cannot be read, see docs/configuration.md: ${why}`);
      return z.NEVER;
    }
  };
}
