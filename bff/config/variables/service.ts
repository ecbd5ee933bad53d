import { z } from 'zod';
import { headerName, wholeNumber } from '../forms.ts';

/** Where the service listens and stores, and how much it serves at once. */
export const serviceVariables = {
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
};
