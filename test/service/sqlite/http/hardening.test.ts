import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller } from '../../support/caller.ts';
import { type Harness, startHarness, webhookKey } from '../../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

interface Raw {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request that `fetch` would not make. */
function send({
  method,
  path,
  headers,
  body,
}: Raw): Promise<{ status: number; text: string; allow: string | undefined }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(path.startsWith('/') ? harness.origin + path : `${harness.url}/${path}`, {
      method,
      headers: { 'x-api-key': harness.lime.keys.user, connection: 'close', ...headers },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, allow: response.headers.allow }),
      );
    });
    outgoing.end(body);
  });
}

const codeOf = ({ text }: { text: string }) => (JSON.parse(text) as { code: string }).code;

describe('browsers are told to make nothing of an answer but data', () => {
  test.each([
    ['a status', () => `${harness.url}/invoices/${harness.addInvoice().limeId}`, 200],
    ['the live stream', () => `${harness.url}/live?ids=${harness.addInvoice().limeId}`, 200],
    ['a problem', () => `${harness.url}/invoices/999999`, 404],
    ['nothing', () => `${harness.origin}/nothing`, 404],
    ['health', () => `${harness.origin}/healthz`, 200],
  ])('%s', async (_what, url, status) => {
    const over = new AbortController();
    const response = await fetch(url(), {
      headers: { 'x-api-key': harness.lime.keys.user, connection: 'close' },
      signal: over.signal,
    });
    over.abort();
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(response.headers.has('strict-transport-security')).toBe(false);
  });
});

describe('a method that a path does not take', () => {
  test.each([
    ['POST', '/healthz', 'GET'],
    ['GET', 'billecta-webhook-receiver', 'POST'],
    ['DELETE', 'invoices/1', 'GET'],
    ['POST', 'invoices?ids=1', 'GET'],
    ['GET', 'invoices/1/dispute', 'POST'],
    ['PUT', 'admin/pause', 'POST'],
    ['OPTIONS', 'admin/events/1/retry', 'POST'],
    // By its form it may be the id of an event as well.
    ['PROPFIND', 'admin/events/retry', 'GET, POST'],
  ])('%s %s is 405, and told what it takes', async (method, path, allow) => {
    const answer = await send({ method, path });
    expect([answer.status, codeOf(answer), answer.allow]).toEqual([405, 'method-not-allowed', allow]);
  });

  test('HEAD opens no live stream that nobody could read', async () => {
    const answer = await send({ method: 'HEAD', path: `live?ids=${harness.addInvoice().limeId}` });
    expect([answer.status, answer.allow]).toEqual([405, 'GET']);
  });

  test('HEAD asks for health', async () => {
    expect((await send({ method: 'HEAD', path: '/healthz' })).status).toBe(200);
  });

  test('Lime is not asked about it', async () => {
    // The service asks for itself besides, whenever it has something to write.
    const asked = () => harness.lime.calls.filter(({ user }) => user !== 'service').length;
    const before = asked();
    await send({ method: 'DELETE', path: 'admin/pause' });
    expect(asked()).toBe(before);
  });

  test('what does not exist is not found, whatever the method', async () => {
    for (const method of ['GET', 'PUT']) {
      const answer = await send({ method, path: 'invoices/1/nothing' });
      expect([answer.status, codeOf(answer), answer.allow]).toEqual([404, 'not-found', undefined]);
    }
  });
});

describe('a body where none is taken', () => {
  test.each([
    ['GET', 'invoices/1'],
    ['GET', 'live?ids=1'],
    ['POST', 'admin/resume'],
    ['POST', 'admin/events/1/dismiss'],
  ])('%s %s refuses it', async (method, path) => {
    const body = '{"why":"not"}';
    const headers = {
      'x-api-key': harness.lime.keys.admin,
      'content-type': 'application/json',
      'content-length': String(body.length),
    };
    const answer = await send({ method, path, headers, body });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid-request']);
  });

  test('nor does it go in in pieces', async () => {
    const headers = { 'transfer-encoding': 'chunked' };
    const answer = await send({ method: 'GET', path: 'invoices/1', headers, body: '{}' });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid-request']);
  });

  test('an object with nothing in it says nothing, and may come', async () => {
    expect((await harness.as('admin').post('admin/resume', ' {} ')).status).toBe(200);
    expect((await harness.as('admin').send('POST', 'admin/resume')).status).toBe(200);
  });

  test('where nothing is, it is not found first', async () => {
    expect((await harness.as('user').post('nothing', '{"a":1}')).status).toBe(404);
  });
});

describe('a content type that is not JSON is refused, not stumbled over', () => {
  test.each(['text/plain', 'application/json;', 'application/json, text/plain', 'multipart/form-data'])(
    '%s',
    async (type) => {
      for (const body of ['', '{}']) {
        const path = `invoices/${harness.addInvoice().limeId}/dispute`;
        const { status, body: problem } = await harness.as('user').post(path, body, type);
        expect([status, problem.code]).toEqual([415, 'unsupported-media-type']);
      }
    },
  );

  test.each(['application/json', 'Application/JSON; Charset=UTF-8'])('%s is JSON', async (type) => {
    const path = `invoices/${harness.addInvoice().limeId}/dispute`;
    expect((await harness.as('user').post(path, '{}', type)).status).toBe(200);
    expect((await harness.as('user').post(path, '{"nonsense":1}', type)).status).toBe(400);
  });
});

describe('a caller who asks for too much', () => {
  /** More than any bucket holds, at once. */
  const flood = async (caller: (n: number) => Caller) => {
    const replies = await Promise.all(Array.from({ length: 200 }, (_, n) => caller(n).get('invoices?ids=0')));
    return replies.filter(({ status }) => status === 429);
  };

  test('is told to wait, and for how long', async () => {
    const cookie = harness.lime.cookies('user');
    const refused = await flood(() => new Caller(harness.url, { cookie }));
    expect(refused.length).toBeGreaterThan(0);
    const [first] = refused;
    expect(first?.body.code).toBe('too-many-requests');
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  test('is no other for what the headers say of where they come from', async () => {
    const cookie = harness.lime.cookies('user');
    const refused = await flood(
      (n) =>
        new Caller(harness.url, {
          cookie: n % 2 ? cookie : `_ga=${n}; ${cookie}`,
          'x-forwarded-for': `10.0.0.${n}`,
          forwarded: `for=10.0.0.${n}`,
        }),
    );
    expect(refused.length).toBeGreaterThan(0);
  });

  test('takes nothing from the others', async () => {
    const cookie = harness.lime.cookies('user');
    await flood(() => new Caller(harness.url, { cookie }));
    expect((await harness.as('reader').status(harness.addInvoice().limeId)).status).toBe(200);
  });

  test('does not keep webhooks out', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const caller = new Caller(harness.url, { 'x-api-key': webhookKey });
        return (
          await caller.post('billecta-webhook-receiver', `{"Event":"DailyNotification","Data":{"n":${n}}}`)
        ).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
