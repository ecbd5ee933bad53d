import { expect, test } from 'vitest';
import { candidateKeys } from '../../bff/billecta/webhook-envelope.ts';
import { ConfigFault, readConfig } from '../../bff/config.ts';

const complete = {
  LIME_URL: 'https://acme.lime-crm.com/acme/',
  LIME_API_KEY: 'lime-key',
  BILLECTA_URL: 'https://api.billecta.com',
  BILLECTA_AUTHORIZATION: `Basic ${btoa('user:password')}`,
  WEBHOOK_API_KEYS: 'old:aaaa,new:bb:bb',
};

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
  }
  return [];
}

test('a complete environment is read, with defaults for the rest', () => {
  expect(readConfig(complete)).toMatchObject({
    lime: { url: 'https://acme.lime-crm.com/acme', database: 'acme', invoiceLimetype: 'invoice' },
    webhooks: {
      keyHeader: 'x-api-key',
      keys: [
        { name: 'old', key: 'aaaa' },
        { name: 'new', key: 'bb:bb' },
      ],
      envelope: candidateKeys,
    },
    retentionDays: 90,
    databaseUrl: 'sqlite:./data/billecta.db',
    host: '127.0.0.1',
    port: 8480,
    logLevel: 'info',
  });
});

test('an application with a space in its name is one Lime database', () => {
  const { lime } = readConfig({ ...complete, LIME_URL: 'https://lime.example.se/Acme%20CRM' });
  expect(lime.database).toBe('Acme CRM');
});

test('a key without a name gets one', () => {
  expect(readConfig({ ...complete, WEBHOOK_API_KEYS: 'just-a-key' }).webhooks.keys).toEqual([
    { name: 'key-1', key: 'just-a-key' },
  ]);
});

test('the keys of the envelope that are known are used; for the others the candidates stand', () => {
  const { envelope } = readConfig({ ...complete, WEBHOOK_ENVELOPE: '{"event":["Handelse"]}' }).webhooks;
  expect(envelope).toEqual({ ...candidateKeys, event: ['Handelse'] });
});

test('everything that is missing is told at once', () => {
  const faults = faultsOf({});
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'LIME_URL',
    'LIME_API_KEY',
    'BILLECTA_URL',
    'BILLECTA_AUTHORIZATION',
    'WEBHOOK_API_KEYS',
  ]);
  for (const fault of faults) expect(fault).toMatch(/ is missing: \w/);
});

test.each([
  ['LIME_URL', 'https://acme.lime-crm.com', /exactly one path segment/],
  ['LIME_URL', 'https://acme.lime-crm.com/a/b', /exactly one path segment/],
  ['LIME_URL', 'ftp://acme/acme', /no http\(s\) address/],
  ['BILLECTA_URL', 'api.billecta.com', /no http\(s\) address/],
  ['BILLECTA_AUTHORIZATION', 'Bearer abc', /Basic|SecureToken/],
  ['BILLECTA_AUTHORIZATION', 'Basic  abc=', /one space/],
  ['WEBHOOK_API_KEYS', 'name:', /name without a key/],
  ['WEBHOOK_API_KEYS', 'a:x,a:y', /same name twice/],
  ['DATABASE_URL', 'mysql://x', /sqlite:<file> or postgres/],
  ['WEBHOOK_ENVELOPE', '{"event":"Event"}', /must be JSON such as/],
  ['WEBHOOK_ENVELOPE', '{"events":["Event"]}', /must be JSON such as/],
  ['WEBHOOK_KEY_HEADER', 'x api key', /name of a header/],
  ['RETENTION_DAYS', '0', /from 1 to/],
  ['PORT', '99999', /from 0 to 65535/],
  ['PORT', 'http', /a port number/],
  ['LOG_LEVEL', 'loud', /must be fatal/],
])('%s=%s is told in words', (name, value, words) => {
  const faults = faultsOf({ ...complete, [name]: value });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name} `));
  expect(faults[0]).toMatch(words);
});

test('no fault repeats a secret', () => {
  const secret = 'Basic  c2VjcmV0';
  expect(faultsOf({ ...complete, BILLECTA_AUTHORIZATION: secret }).join()).not.toContain('c2VjcmV0');
});
