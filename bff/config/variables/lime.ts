import { z } from 'zod';
import { cloudCalls } from '../../lime/client/call-limit.ts';
import { defaultNames } from '../../lime/client/names.ts';
import { proofNames } from '../../lime/identity/update-proof.ts';
import { readMapping } from '../../lime/setup/field-mapping.ts';
import { commaList, given, headerName, parseUrl, parsing, webUrl, wholeNumber } from '../forms.ts';

const limeUrl = "Lime's address with the application, such as https://acme.lime-crm.com/acme";

/** How Lime is reached, and what is written to it. */
export const limeVariables = {
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
};

/** The application: the only segment of the path. */
export function databaseOf(limeAddress: string): string | undefined {
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
