import { afterEach, describe, expect, test } from 'vitest';
import { sessionOf } from '../../../../bff/http/middleware/callers/session-cookies.ts';
import { Caller } from '../../support/caller.ts';
import { type Harness, startHarness } from '../../support/start.ts';

let harness: Harness;
let running: Harness | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Callers with one session whose other cookies change. */
async function start(environment: Record<string, string>) {
  harness = await startHarness({ environment });
  running = harness;
  const session = harness.lime.cookies('user');
  const origin = new URL(harness.lime.url).origin;
  return (cookies: (session: string) => string) =>
    new Caller(harness.url, { cookie: cookies(session), origin });
}

describe.each([
  ['named', { LIME_SESSION_COOKIES: 'session' }, 'theme=1', 'theme=2'],
  ['not named', {}, '_ga=1', '_ga=2'],
])('where the session cookies are %s', (_how, environment, one, other) => {
  test('a cookie that changes, or changes place, leaves the caller their tasks and their key', async () => {
    const as = await start(environment);
    const { limeId } = harness.addInvoice();
    const body = JSON.stringify({ command: 'pause', invoiceIds: [limeId] });
    const post = (cookie: string) =>
      fetch(`${harness.url}/tasks`, {
        method: 'POST',
        body,
        headers: {
          cookie,
          origin: new URL(harness.lime.url).origin,
          'content-type': 'application/json',
          'idempotency-key': 'once',
        },
      }).then((response) => response.json() as Promise<{ taskId: string }>);
    const session = harness.lime.cookies('user');
    const { taskId } = await post(`${one}; ${session}`);
    expect(taskId).toBeTypeOf('string');
    expect((await post(`${session}; ${other}`)).taskId).toBe(taskId);
    const again = new Caller(harness.url, { cookie: `${session}; ${other}` });
    expect((await again.get(`tasks/${taskId}`)).status).toBe(200);
    expect((await as((own) => own).get(`tasks/${taskId}`)).status).toBe(404);
  });

  test('nor does it give them another rate limit', async () => {
    const as = await start({ ...environment, CALLER_REQUESTS_PER_MINUTE: '50' });
    const value = other.split('=')[0];
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) => as((session) => `${value}=${n}; ${session}`).get('names')),
    );
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(10);
  });
});

test('of two cookies with one name the first counts, and only those that are named go to Lime', () => {
  expect(sessionOf('b=2; junk=9; a=1; a=3', ['a', 'b'])).toBe('a=1; b=2');
  expect(sessionOf('junk=9', ['a'])).toBeUndefined();
  expect(sessionOf(' b=2;a=1; ', [])).toBe('a=1; b=2');
});
