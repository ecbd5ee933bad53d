import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem, ProblemCode } from '../../../bff/contract/problem.ts';
import type { Env } from '../../../bff/http/env.ts';
import { logRequests } from '../../../bff/http/middleware/request-log.ts';
import { answerProblem } from '../../../bff/http/problem.ts';
import { Fault } from '../../../bff/services/shared/fault.ts';
import { Caller } from '../support/caller.ts';
import { listen } from '../support/listen.ts';
import { type Harness, startHarness } from '../support/start.ts';

/** What callers were promised; a status that changes breaks them. */
const statuses: Record<ProblemCode, number> = {
  'invalid-request': 400,
  'not-json': 400,
  'not-an-invoice': 400,
  'too-large': 413,
  'too-many-invoices': 422,
  'unsupported-media-type': 415,
  unauthenticated: 401,
  forbidden: 403,
  'right-unproven': 403,
  'cross-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-many-requests': 429,
  'too-many-streams': 503,
  'idempotency-key-reused': 409,
  'not-synced': 409,
  'not-allowed': 409,
  'missing-in-billecta': 409,
  'billecta-refused': 409,
  'billecta-unauthorized': 502,
  'billecta-forbidden': 409,
  'billecta-operation-unconfirmed': 502,
  'billecta-unreachable': 502,
  'billecta-timeout': 504,
  'billecta-failed': 502,
  'billecta-rate-limited': 503,
  'lime-unreachable': 502,
  'lime-timeout': 504,
  'lime-failed': 502,
  'lime-refused': 502,
  'lime-unreadable': 502,
  'lime-rate-limited': 503,
  'task-expired': 409,
  'storage-unavailable': 503,
  internal: 500,
};

interface Line {
  requestId: string;
  status: number;
  code?: string;
  err?: { message: string; stack: string };
}

/** The lines of the log that tell of a request. */
const linesOf = (log: readonly string[], requestId: string | undefined): Line[] =>
  log.map((line) => JSON.parse(line) as Line).filter((line) => line.requestId === requestId);

/** Serves what throws `error`, until the test ends. */
async function throwing(error: Error): Promise<{ caller: Caller; log: string[] }> {
  const log: string[] = [];
  const app = new Hono<Env>()
    .use(logRequests({ log: pino({}, { write: (line: string) => void log.push(line) }) }))
    .get('/', () => {
      throw error;
    });
  app.onError((thrown, c) => answerProblem(c, thrown));
  return { caller: new Caller(await listen(getRequestListener(app.fetch))), log };
}

describe.each(ProblemCode.options)('%s', (code) => {
  test('has the status that was promised, whatever is told with it', async () => {
    for (const details of [{}, { retryAfter: 7 }, { happened: 'perhaps' } as const]) {
      const { caller } = await throwing(new Fault(code, 'It went wrong.', details));
      const { status, body } = await caller.get('');
      expect([status, body.status, body.code]).toEqual([statuses[code], statuses[code], code]);
    }
  });

  test('is told as RFC 9457 says, under the id that the log has', async () => {
    const { caller, log } = await throwing(new Fault(code, 'It went wrong.'));
    const { headers, body, status } = await caller.get('');
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(Problem.strict().parse(body)).toMatchObject({
      type: `urn:limepkg-billecta-integration:problem:${code}`,
      detail: 'It went wrong.',
      requestId: headers.get('x-request-id'),
    });
    expect(linesOf(log, body.requestId)).toMatchObject([{ code, status }]);
  });
});

test('every code has a title of its own, and keeps it', async () => {
  const titles = await Promise.all(
    ProblemCode.options.map(async (code) => {
      const one = await (await throwing(new Fault(code, 'One.'))).caller.get('');
      const other = await (await throwing(new Fault(code, 'Another.'))).caller.get('');
      expect(other.body.title).toBe(one.body.title);
      return one.body.title;
    }),
  );
  expect(titles.every((title) => typeof title === 'string' && title.length > 0)).toBe(true);
  expect(new Set(titles).size).toBe(ProblemCode.options.length);
});

test('when to try again is told in the header', async () => {
  const { caller } = await throwing(new Fault('too-many-requests', 'Wait.', { retryAfter: 7 }));
  expect((await caller.get('')).headers.get('retry-after')).toBe('7');
});

test('the cause of a fault stays inside', async () => {
  const cause = new Error('Basic c2VjcmV0 was refused by 10.0.0.1');
  const { caller } = await throwing(new Fault('billecta-failed', 'Billecta failed.', { cause }));
  expect(JSON.stringify((await caller.get('')).body)).not.toMatch(/c2VjcmV0|10\.0\.0\.1/);
});

describe('what nobody foresaw', () => {
  const unforeseen: Array<[string, () => Error]> = [
    ['an error', () => new Error('connect ECONNREFUSED 10.0.0.1, Basic c2VjcmV0')],
    ['an error about an error', () => new TypeError('x', { cause: new Error('Basic c2VjcmV0, 10.0.0.1') })],
    ["a library's own answer", () => new HTTPException(502, { message: 'Basic c2VjcmV0 at 10.0.0.1' })],
  ];

  test.each(unforeseen)('%s is told as internal, without a word of it', async (_what, error) => {
    const { caller } = await throwing(error());
    const { status, body, headers } = await caller.get('');
    expect([status, body]).toEqual([
      500,
      {
        type: 'urn:limepkg-billecta-integration:problem:internal',
        title: 'Something went wrong in the service',
        status: 500,
        code: 'internal',
        detail: 'Something went wrong. The administrator finds it in the log by the requestId.',
        requestId: headers.get('x-request-id'),
      },
    ]);
    expect(JSON.stringify([...headers])).not.toMatch(/c2VjcmV0|10\.0\.0\.1/);
  });

  test.each(unforeseen)('%s is in the log in full', async (_what, make) => {
    const error = make();
    const { caller, log } = await throwing(error);
    const { body } = await caller.get('');
    const [line] = linesOf(log, body.requestId);
    expect(line?.err?.message).toContain(error.message);
    expect(line?.err?.stack).toContain('problems.test.ts');
  });
});

describe('over the real service', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.close());

  test('a problem is found in the log by its requestId', async () => {
    for (const reply of [
      await harness.as('user').status(999_999),
      await new Caller(harness.url).status(1),
      await harness.as('user').get('nothing'),
      await new Caller(harness.url).post('billecta-webhook-receiver', '{}'),
      await harness.as('user').send('DELETE', 'invoices/1'),
    ]) {
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
      expect(reply.body.requestId).toBe(reply.headers.get('x-request-id'));
      expect(linesOf(harness.log, reply.body.requestId)).toMatchObject([
        { code: reply.body.code, status: reply.status },
      ]);
    }
  });

  test('a database that has lost a table says nothing of it', async () => {
    const { limeId } = harness.addInvoice();
    await sql`alter table invoice rename to lost`.execute(harness.store.db);
    const { status, body } = await harness.as('user').status(limeId);
    await sql`alter table lost rename to invoice`.execute(harness.store.db);
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toMatch(/table|relation|select|\.ts/i);
    expect(linesOf(harness.log, body.requestId)[0]?.err?.message).toMatch(/invoice/);
  });

  test("Billecta's words about its own failure stay inside", async () => {
    const { limeId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'error500' });
    const { body } = await harness.as('user').status(limeId);
    end();
    expect(body.code).toBe('billecta-failed');
    expect(JSON.stringify(body)).not.toContain('oväntat');
  });
});
