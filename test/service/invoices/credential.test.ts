import { afterEach, describe, expect, test } from 'vitest';
import { TokenAuthorization } from '../../../bff/billecta/client/authorization.ts';
import { readToken } from '../../../bff/billecta/client/token-view.ts';
import { type Harness, type HarnessOptions, startHarness } from '../support/start.ts';

let harness: Harness | undefined;
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

const user = { BILLECTA_USER: 'api@norrskenstad.example', BILLECTA_PASSWORD: 'simulated-password' };

async function start(options: HarnessOptions = {}) {
  harness = await startHarness({
    authorization: null,
    ...options,
    environment: { ...user, ...options.environment },
  });
  return harness;
}

const fetches = ({ billecta }: Harness) =>
  billecta.calls.filter(({ operation }) => operation === 'authenticate').length;

describe('a service that is given user and password', () => {
  test.each(['view', 'string', 'secure-token'] as const)(
    'fetches one token and uses it, where the answer is a %s',
    async (tokenAnswer) => {
      const { as, addInvoice, ...rest } = await start({ billecta: { tokenAnswer } });
      const { limeId } = addInvoice();
      expect((await as('user').run('dispute', limeId)).status).toBe(200);
      expect((await as('user').run('cancel-dispute', limeId)).status).toBe(200);
      expect(fetches(rest as Harness)).toBe(1);
    },
  );

  test('fetches another token when the one it has is turned away, and the command is carried out', async () => {
    const running = await start();
    const { limeId, actionPublicId } = running.addInvoice();
    await running.as('user').status(limeId);
    running.billecta.expireTokens();
    expect((await running.as('user').run('dispute', limeId)).status).toBe(200);
    expect(running.billecta.invoice(actionPublicId).State?.DisputedDate).not.toBeNull();
    expect(fetches(running)).toBe(2);
  });

  test('tells that the credential is not accepted when the password is wrong, after one try', async () => {
    const running = await start({ environment: { BILLECTA_PASSWORD: 'wrong' } });
    const { status, body } = await running.as('user').run('dispute', running.addInvoice().limeId);
    expect([status, body.code]).toEqual([502, 'billecta-unauthorized']);
    expect(running.log.join('')).not.toContain('wrong');
  });

  test('fetches the token with GET where it is told to', async () => {
    const running = await start({
      billecta: { tokenMethod: 'GET' },
      environment: { BILLECTA_OPERATIONS: '{"authenticate":{"method":"GET"}}' },
    });
    expect((await running.as('user').run('pause', running.addInvoice().limeId)).status).toBe(200);
  });
});

test('a token is encoded exactly once more, and fetched anew shortly before it expires', async () => {
  let now = Date.parse('2026-11-24T12:00:00Z');
  let fetched = 0;
  const authorization = new TokenAuthorization(
    async () => {
      fetched += 1;
      return { value: `  token-${fetched}\n`, expires: new Date(now + 600_000).toISOString() };
    },
    () => now,
  );
  const header = () => authorization.header(AbortSignal.timeout(1_000));
  expect(await Promise.all([header(), header(), header()])).toEqual(
    Array(3).fill(`SecureToken ${btoa('token-1')}`),
  );
  now += 530_000;
  expect(await header()).toBe(`SecureToken ${btoa('token-1')}`);
  now += 20_000;
  expect(await header()).toBe(`SecureToken ${btoa('token-2')}`);
});

test('a token that cannot be fetched is asked for again the next time', async () => {
  let fetched = 0;
  const authorization = new TokenAuthorization(async () => {
    fetched += 1;
    if (fetched === 1) throw new Error('away');
    return { value: 'late', expires: null };
  }, Date.now);
  await expect(authorization.header(AbortSignal.timeout(1_000))).rejects.toThrow('away');
  expect(await authorization.header(AbortSignal.timeout(1_000))).toBe(`SecureToken ${btoa('late')}`);
});

test.each([
  ['"abc"', { value: 'abc', expires: null }],
  ['abc', { value: 'abc', expires: null }],
  ['{"SecureToken":"abc"}', { value: 'abc', expires: null }],
  [
    '{"Value":"abc","Expires":"2026-12-24 12:00:00+01:00"}',
    { value: 'abc', expires: '2026-12-24T11:00:00.000Z' },
  ],
])('%s is read as a token', (text, token) => {
  expect(readToken(text)).toEqual(token);
});
