import { z } from 'zod';
import { defaultNames } from './lime/names.ts';

/** What the service needs to know, all of it checked. */
export interface Config {
  lime: {
    /** With the application, without a slash at the end. */
    url: string;
    /** The application: the first path segment of every URL. */
    database: string;
    apiKey: string;
    invoiceLimetype: string;
    actionPublicIdField: string;
  };
  billecta: { url: string; authorization: string };
  webhookKeys: ReadonlyArray<{ name: string; key: string }>;
  databaseUrl: string;
  host: string;
  port: number;
  logLevel: string;
}

/** All that is wrong with the configuration, one line each, in words. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}

const given = (what: string) => z.string(`is missing: ${what}`).trim().min(1, `is empty: ${what}`);

const webUrl = (what: string) =>
  given(what)
    .refine((text) => /^https?:$/.test(parseUrl(text)?.protocol ?? ''), `is no http(s) address: ${what}`)
    .transform((text) => text.replace(/\/+$/, ''));

const limeUrl = "Lime's address with the application, such as https://acme.lime-crm.com/acme";

const Environment = z.object({
  LIME_URL: webUrl(limeUrl).refine((text) => databaseOf(text) !== undefined, {
    error: `must end with exactly one path segment, the application: ${limeUrl}`,
  }),
  LIME_API_KEY: given('the API key of the Lime user that this service is'),
  LIME_INVOICE_LIMETYPE: z.string().default(defaultNames.invoiceLimetype),
  LIME_ACTION_PUBLIC_ID_FIELD: z.string().default(defaultNames.actionPublicIdField),
  BILLECTA_URL: webUrl("Billecta's address, such as https://api.billecta.com"),
  BILLECTA_AUTHORIZATION: given('the whole Authorization value for Billecta').regex(
    /^(Basic|SecureToken) [A-Za-z0-9+/]+={0,2}$/,
    'must be "Basic <base64 of user:password>" or "SecureToken <base64 of token>", with one space',
  ),
  WEBHOOK_API_KEYS: given('the keys that Billecta may send webhooks with, as name:key,name:key')
    .transform(readKeys)
    .refine(
      (keys) => keys.every(({ key }) => key !== ''),
      'has a name without a key; write name:key,name:key',
    )
    .refine((keys) => new Set(keys.map(({ name }) => name)).size === keys.length, 'has the same name twice'),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite:<file>, such as sqlite:./data/billecta.db')
    .default('sqlite:./data/billecta.db'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be at most 65535')
    .default(8480),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
});

/** @throws ConfigFault with everything that is missing or wrong */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const result = Environment.safeParse(environment);
  if (!result.success) {
    throw new ConfigFault(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const env = result.data;
  return {
    lime: {
      url: env.LIME_URL,
      database: databaseOf(env.LIME_URL) ?? '',
      apiKey: env.LIME_API_KEY,
      invoiceLimetype: env.LIME_INVOICE_LIMETYPE,
      actionPublicIdField: env.LIME_ACTION_PUBLIC_ID_FIELD,
    },
    billecta: { url: env.BILLECTA_URL, authorization: env.BILLECTA_AUTHORIZATION },
    webhookKeys: env.WEBHOOK_API_KEYS,
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
  };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function databaseOf(limeAddress: string): string | undefined {
  const segments = parseUrl(limeAddress)?.pathname.split('/').filter(Boolean) ?? [];
  return segments.length === 1 && segments[0] ? decodeURIComponent(segments[0]) : undefined;
}

/** `name:key,name:key`; a key without a name is called by its place. */
function readKeys(text: string): Array<{ name: string; key: string }> {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, index) => {
      const colon = part.indexOf(':');
      return colon === -1
        ? { name: `key-${index + 1}`, key: part }
        : { name: part.slice(0, colon), key: part.slice(colon + 1) };
    });
}
