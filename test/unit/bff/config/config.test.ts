import { expect, test } from 'vitest';
import { defaultOperations } from '../../../../bff/billecta/client/operations.ts';
import { defaultKeys } from '../../../../bff/billecta/webhook/webhook-envelope.ts';
import { ConfigFault, readConfig } from '../../../../bff/config/config.ts';

const complete = {
  LIME_URL: 'https://acme.lime-crm.com/acme/',
  LIME_API_KEY: 'lime-key',
  BILLECTA_URL: 'https://api.billecta.com',
  BILLECTA_AUTHORIZATION: `Basic ${btoa('user:password')}`,
  WEBHOOK_API_KEYS: 'old:a-key-long-enough, new : another:long-key ',
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
    lime: { url: 'https://acme.lime-crm.com/acme', database: 'acme', names: { invoiceLimetype: 'invoice' } },
    webhooks: {
      keyHeader: 'x-api-key',
      keys: [
        { name: 'old', key: 'a-key-long-enough' },
        { name: 'new', key: 'another:long-key' },
      ],
      envelope: defaultKeys,
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

test('what proves a right, what empties an option, and where Lime is known, have defaults', () => {
  expect(readConfig(complete).lime).toMatchObject({
    updateProof: ['acl', 'write'],
    emptyOption: 'empty',
    publicOrigins: ['https://acme.lime-crm.com'],
  });
  const { lime } = readConfig({
    ...complete,
    LIME_UPDATE_PROOF: 'write',
    LIME_EMPTY_OPTION: 'null',
    LIME_PUBLIC_ORIGINS: 'https://lime.acme.example/, http://LIME',
  });
  expect(lime).toMatchObject({
    updateProof: ['write'],
    emptyOption: null,
    publicOrigins: ['https://lime.acme.example', 'http://lime'],
  });
});

test.each([
  ['LIME_ADMIN_LIMTYPE', 'LIME_ADMIN_LIMTYPE is not known and does nothing. Is LIME_ADMIN_LIMETYPE meant?'],
  ['DATABSE_URL', 'DATABSE_URL is not known and does nothing. Is DATABASE_URL meant?'],
  ['BILLECTA_SOMETHING_ELSE', 'BILLECTA_SOMETHING_ELSE is not known and does nothing.'],
])('a slip in the name of a variable is told: %s', (name, line) => {
  expect(readConfig({ ...complete, [name]: 'x' }).unknownVariables).toEqual([line]);
});

test('variables of others are left alone', () => {
  const others = {
    PATH: '/bin',
    HOME: '/root',
    HOSTNAME: 'x',
    LOGNAME: 'x',
    NODE_OPTIONS: '',
    npm_config_x: '',
  };
  expect(readConfig({ ...complete, ...others }).unknownVariables).toEqual([]);
});

test.each([
  ['postgres://user:p#ss@host/db'],
  ['postgres://user:p/ss@host/db'],
  ['postgres://user:p?ss@host/db'],
])('a password that a URL takes for something else is told, and never said: %s', (DATABASE_URL) => {
  const faults = faultsOf({ ...complete, DATABASE_URL });
  expect(faults).toEqual([expect.stringMatching(/^DATABASE_URL cannot be read: .*percent-encode/)]);
  expect(faults.join()).not.toContain('ss@');
});

test.each(['LIME_URL', 'BILLECTA_URL'])('%s may hold no user or password, which would be shown', (name) => {
  const faults = faultsOf({ ...complete, [name]: 'https://user:hidden@acme.example/acme' });
  expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name} must not hold a user or a password`))]);
  expect(faults.join()).not.toContain('hidden');
});

test('one half of a credential asks for the other', () => {
  const { BILLECTA_AUTHORIZATION: _, ...rest } = complete;
  expect(faultsOf({ ...rest, BILLECTA_USER: 'u' })).toEqual([
    'BILLECTA_PASSWORD is missing: it goes with BILLECTA_USER',
  ]);
  expect(faultsOf({ ...rest, BILLECTA_PASSWORD: 'p' })).toEqual([
    'BILLECTA_USER is missing: it goes with BILLECTA_PASSWORD',
  ]);
});

test('what is empty is told once', () => {
  const faults = faultsOf({ ...complete, LIME_URL: '', BILLECTA_URL: ' ' });
  expect(faults).toEqual([
    expect.stringMatching(/^LIME_URL is empty/),
    expect.stringMatching(/^BILLECTA_URL is empty/),
  ]);
});

test('a key without a name gets one', () => {
  expect(readConfig({ ...complete, WEBHOOK_API_KEYS: 'just-a-key-of-mine' }).webhooks.keys).toEqual([
    { name: 'key-1', key: 'just-a-key-of-mine' },
  ]);
});

test('the keys of the envelope that are known are used; the others are Billecta’s own', () => {
  const { envelope } = readConfig({ ...complete, WEBHOOK_ENVELOPE: '{"event":["Handelse"]}' }).webhooks;
  expect(envelope).toEqual({ ...defaultKeys, event: ['Handelse'] });
});

test('everything that is missing is told at once', () => {
  const faults = faultsOf({});
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'LIME_URL',
    'LIME_API_KEY',
    'BILLECTA_URL',
    'WEBHOOK_API_KEYS',
    'BILLECTA_AUTHORIZATION',
  ]);
  for (const fault of faults) expect(fault).toMatch(/ is missing: \w/);
});

test.each([
  ['LIME_URL', 'https://acme.lime-crm.com', /exactly one path segment/],
  ['LIME_URL', 'https://acme.lime-crm.com/a/b', /exactly one path segment/],
  ['LIME_URL', 'ftp://acme/acme', /no http\(s\) address/],
  ['LIME_PUBLIC_ORIGINS', 'https://lime.acme.example/acme', /is no origin/],
  ['LIME_PUBLIC_ORIGINS', 'lime.acme.example', /is no origin/],
  ['LIME_PUBLIC_ORIGINS', ' , ', /no origin in it/],
  ['LIME_UPDATE_PROOF', 'acl,read', /must be acl, write/],
  ['LIME_UPDATE_PROOF', '', /must name a proof/],
  ['BILLECTA_URL', 'api.billecta.com', /no http\(s\) address/],
  ['BILLECTA_AUTHORIZATION', 'Bearer abc', /Basic|SecureToken/],
  ['BILLECTA_AUTHORIZATION', 'Basic  abc=', /one space/],
  ['WEBHOOK_API_KEYS', 'name:', /name without a key/],
  ['WEBHOOK_API_KEYS', 'main:nyckel-åäö-som-är-lång', /visible ASCII/],
  ['WEBHOOK_API_KEYS', 'main:a', /shorter than 16/],
  ['WEBHOOK_API_KEYS', 'main:a key with blanks in it', /visible ASCII/],
  ['WEBHOOK_API_KEYS', ' :a-key-long-enough', /empty name/],
  ['WEBHOOK_BODY_LIMIT_KIB', '10', /from 64 to 16384/],
  ['LIVE_STREAMS_AT_MOST', '0', /from 1 to 10000/],
  ['CLIENT_ADDRESS_HEADER', 'a header', /name of a header/],
  ['LIME_SESSION_COOKIES', 'a b,c', /names of cookies/],
  ['WEBHOOK_API_KEYS', 'a:a-key-long-enough,a:another-long-key', /same name twice/],
  ['DATABASE_URL', 'mysql://x', /sqlite:<file> or postgres/],
  ['WEBHOOK_ENVELOPE', '{"event":"Event"}', /cannot be read/],
  ['WEBHOOK_ENVELOPE', '{"events":["Event"]}', /Unrecognized key/],
  ['BILLECTA_OPERATIONS', '{"dispute":{"path":"/v1/dispute"}}', /has no \{id\}/],
  ['BILLECTA_OPERATIONS', '{"argue":{}}', /cannot be read/],
  [
    'BILLECTA_OPERATIONS',
    '{"comment":{"body":{"ActionPublicId":"{id}","Comment":"{comment}","Target":"ToDebtor"}}}',
    /no property "\{target\}"/,
  ],
  ['BILLECTA_OPERATIONS', '{"comment":{"body":null}}', /no property "\{id\}"/],
  ['BILLECTA_OPERATIONS', '{"pause":{"method":"PATCH"}}', /cannot be read/],
  ['BILLECTA_READ_LIMITS', '100 a minute', /100\/10s/],
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

test('a user and a password stand for the Authorization value, but not one without the other', () => {
  const { BILLECTA_AUTHORIZATION: _, ...rest } = complete;
  const config = readConfig({ ...rest, BILLECTA_USER: 'api@acme.example', BILLECTA_PASSWORD: 'secret' });
  expect(config.billecta.credential).toEqual({ user: 'api@acme.example', password: 'secret' });
  expect(faultsOf({ ...rest, BILLECTA_USER: 'api@acme.example' })).toHaveLength(1);
});

test('an operation is changed where it is told otherwise, and stays as it is in all the rest', () => {
  const { operations } = readConfig({
    ...complete,
    BILLECTA_OPERATIONS: JSON.stringify({
      'cancel-dispute': {
        method: 'PUT',
        path: '/v1/invoice/canceldispute/{id}',
        body: { ActionPublicId: '{id}' },
      },
    }),
  }).billecta;
  expect(operations['cancel-dispute']).toMatchObject({
    method: 'PUT',
    path: '/v1/invoice/canceldispute/{id}',
    body: '{"ActionPublicId":"{id}"}',
  });
  expect(operations.pause).toEqual(defaultOperations.pause);
});

test('a pause may not be sent as a resume', () => {
  const { method, path } = { method: 'PUT', path: '/v1/invoice/pause/{id}' };
  const operations = JSON.stringify({ resume: { method, path } });
  expect(() => readConfig({ ...complete, BILLECTA_OPERATIONS: operations })).toThrow(
    /BILLECTA_OPERATIONS.*pause and resume are the same call/,
  );
});

test.each([
  ['LIME_URL', 'https://lime.example.com/acme?x=1', /LIME_URL must end before \? and #/],
  ['BILLECTA_URL', 'https://api.billecta.com#x', /BILLECTA_URL must end before \? and #/],
  ['BILLECTA_READ_LIMITS', '0/10s', /BILLECTA_READ_LIMITS must be such as/],
  ['BILLECTA_READ_LIMITS', '10/0s', /BILLECTA_READ_LIMITS must be such as/],
  ['DATABASE_URL', 'sqlite::memory:', /DATABASE_URL must be the name of a file/],
  ['DATABASE_URL', 'sqlite:a.db?mode=ro', /DATABASE_URL must be the name of a file/],
])('%s=%s is refused', (name, value, message) => {
  expect(() => readConfig({ ...complete, [name]: value })).toThrow(message);
});

test('limits of reading are read as told', () => {
  const { readLimits } = readConfig({ ...complete, BILLECTA_READ_LIMITS: '10/1s,300/60s' }).billecta;
  expect(readLimits).toEqual([
    { max: 10, ms: 1_000 },
    { max: 300, ms: 60_000 },
  ]);
});
