import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../../../bff/config/config.ts';
import { secretsOf } from '../../../../../bff/config/secrets.ts';
import { hiding } from '../../../../../bff/domain/text/hide.ts';

const base = {
  LIME_URL: 'https://lime.example/acme',
  LIME_API_KEY: 'lime-secret-key',
  BILLECTA_URL: 'https://api.billecta.example',
  WEBHOOK_API_KEYS: 'one:webhook-secret-one,two:webhook-secret-two',
  DATABASE_URL: 'postgres://user:p%40ss-word@db.example/billecta',
};
const withUser = { ...base, BILLECTA_USER: 'api@acme.example', BILLECTA_PASSWORD: 'pass"word' };
const basic = btoa('api@acme.example:pass"word');
const hideOf = (environment: Record<string, string>) => hiding(secretsOf(readConfig(environment)));

describe('a text is told without', () => {
  test.each([
    ['the key of Lime', 'lime-secret-key'],
    ['a webhook key', 'webhook-secret-two'],
    ['the password of Billecta', 'pass"word'],
    ['the same, as JSON has it', 'pass\\"word'],
    ['the same in a header', basic],
    ['the password of the database', 'p%40ss-word'],
    ['the same, decoded', 'p@ss-word'],
  ])('%s', (_what, secret) => {
    const said = hideOf(withUser)(`Wrong: <${secret}> and ${secret}.`);
    expect(said).toBe('Wrong: <[secret]> and [secret].');
  });

  test('any part of an authorization', () => {
    const hide = hideOf({ ...base, BILLECTA_AUTHORIZATION: `Basic ${basic}` });
    expect(hide(`Basic ${basic}|${basic}|api@acme.example|pass"word`)).toBe(
      '[secret]|[secret]|[secret]|[secret]',
    );
  });
});

test('what is no secret stays as it is', () => {
  expect(hideOf(withUser)('The invoice 4711 of acme is locked.')).toBe('The invoice 4711 of acme is locked.');
});
