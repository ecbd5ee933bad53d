import { z } from 'zod';
import type { EnvelopeKeys } from '../../billecta/webhook/webhook-envelope.ts';
import { commaList, given, headerName, parsing, wholeNumber } from '../forms.ts';

/** Long enough not to be guessed, and safe in a header as it is. */
const webhookKey = /^[\x21-\x7e]{16,1024}$/;

/** What is let in as a webhook. */
export const webhooksVariables = {
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
  WEBHOOK_BODY_LIMIT_KIB: wholeNumber('KiB', 64, 16_384).default(1_024).meta({
    description: 'Largest webhook, KiB. A larger one is rejected with 413 and listed in the admin panel.',
  }),
  WEBHOOK_ENVELOPE: z.string().transform(parsing(readEnvelope)).optional().meta({
    description:
      'Keys of the parts of a webhook, where they differ from `EventDate`, `CreditorPublicId`, `Event`, `Data`, `AdditionalData`: `{"event":["Event"],"payload":["Data"],"secondPayload":["AdditionalData"],"creditor":["CreditorPublicId"],"time":["EventDate"],"deliveryId":["Id"]}`.',
    form: 'JSON',
    unset: "Billecta's own keys; no delivery id",
  }),
};

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
