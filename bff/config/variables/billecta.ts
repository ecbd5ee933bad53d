import { z } from 'zod';
import { readOperations } from '../../billecta/client/operations.ts';
import type { ReadLimit } from '../../billecta/client/read-gate.ts';
import { commaList, parsing, webUrl, wholeNumber } from '../forms.ts';

/** How Billecta is reached, and when its lists are compared. */
export const billectaVariables = {
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
  BILLECTA_COMMENTS: z
    .enum(['off', 'private', 'debtor'], 'must be off, private or debtor')
    .default('off')
    .meta({
      description:
        'Whether the comment of a command is also written to Billecta: `private` lets the creditor read it, `debtor` lets the dialog offer that the debtor reads it too.',
    }),
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
};

/** `100/10s,600/60s`: at most 100 in 10 s and at most 600 in 60 s. */
function readLimits(text: string): ReadLimit[] {
  return text.split(',').map((part) => {
    const [max, seconds] = part.replace('s', '').split('/').map(Number);
    return { max: max ?? 0, ms: (seconds ?? 0) * 1000 };
  });
}
