import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Checks } from '../../../bff/contract/admin/checks.ts';
import { Caller } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import { type Harness, startHarness } from '../support/start.ts';
import { statusesOf } from '../support/stream.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

describe('Lime decides who may see and command', () => {
  test('without a credential nothing is told', async () => {
    const { limeId } = harness.addInvoice();
    const anonymous = new Caller(harness.url);
    for (const reply of [
      await anonymous.status(limeId),
      await anonymous.statuses([limeId]),
      await anonymous.run('dispute', limeId),
      await anonymous.get(`live?ids=${limeId}`),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
    }
  });

  test('a wrong key is no better, nor is the webhook key', async () => {
    const { limeId } = harness.addInvoice();
    for (const key of ['wrong', 'a-webhook-key-of-the-tests']) {
      const caller = new Caller(harness.url, { 'x-api-key': key });
      expect((await caller.status(limeId)).status).toBe(401);
      expect((await caller.run('dispute', limeId)).status).toBe(401);
    }
  });

  test('a reader sees, but commands nothing', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    expect((await harness.as('reader').status(limeId)).status).toBe(200);
    const { status, body } = await harness.as('reader').run('dispute', limeId);
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(harness.billecta.invoice(actionPublicId).State?.DisputedDate).toBeNull();
  });

  test('a reader of whom Lime has said so is shown that no command is theirs, in all answers', async () => {
    const { limeId } = harness.addInvoice();
    await harness.as('reader').run('dispute', limeId);
    const own = { dispute: { ok: false, reason: 'forbidden' }, resume: { ok: false, reason: 'forbidden' } };
    expect((await harness.as('reader').status(limeId)).body.allowed).toMatchObject(own);
    expect((await harness.as('reader').statuses([limeId])).body[0]?.allowed).toMatchObject(own);
    const stream = await fetch(`${harness.url}/live?ids=${limeId}`, {
      headers: { 'x-api-key': harness.lime.keys.reader },
    });
    const told = statusesOf(stream);
    expect((await told.next()).value?.allowed).toMatchObject(own);
    await harness.as('user').run('dispute', limeId);
    expect((await told.next()).value?.allowed).toMatchObject(own);
    await told.return(undefined);
    expect((await harness.as('user').status(limeId)).body.allowed).toMatchObject({
      'cancel-dispute': { ok: true },
    });
  });

  test('an invoice that is hidden from the caller does not exist for them', async () => {
    const actionPublicId = harness.billecta.addInvoice();
    const limeId = harness.lime.addInvoice({
      invoiceNumber: '77',
      actionPublicId,
      debtor: 'Hemlig AB',
      amount: 1,
      dueDate: '2026-12-01',
      hiddenFrom: ['reader'],
    });
    expect((await harness.as('user').status(limeId)).status).toBe(200);
    const hidden = await harness.as('reader').status(limeId);
    const missing = await harness.as('reader').status(999_999);
    expect([hidden.status, hidden.body.code, hidden.body.detail]).toEqual([
      404,
      'not-found',
      missing.body.detail,
    ]);
    expect((await harness.as('reader').statuses([limeId])).body).toEqual([]);
    expect((await harness.as('reader').run('dispute', limeId)).status).toBe(404);
  });

  test('another Lime database is nothing here', async () => {
    const url = `${harness.origin}/another/limepkg-billecta-integration`;
    expect((await new Caller(url, { 'x-api-key': harness.lime.keys.user }).status(1)).status).toBe(404);
    expect((await new Caller(url).post('billecta-webhook-receiver', '{}')).status).toBe(404);
  });

  describe('what is not proven is not there', () => {
    test('where a write is no proof and metadata carries no acl, nobody commands', async () => {
      const other = await startHarness({ environment: { LIME_UPDATE_PROOF: 'acl' } });
      const { limeId, actionPublicId } = other.addInvoice();
      for (const who of ['reader', 'user', 'admin'] as const) {
        const { status, body } = await other.as(who).run('dispute', limeId);
        expect([status, body.code]).toEqual([403, 'right-unproven']);
      }
      const task = JSON.stringify({ command: 'pause', invoiceIds: [limeId] });
      expect((await other.as('user').post('tasks', task)).body.code).toBe('right-unproven');
      expect(other.billecta.invoice(actionPublicId).State?.DisputedDate).toBeNull();
      await other.close();
    });

    test('where metadata carries an acl, it decides, and nothing is written to find out', async () => {
      const other = await startHarness({ lime: { metadataAcl: true } });
      const { limeId } = other.addInvoice();
      expect((await other.as('reader').run('dispute', limeId)).body.code).toBe('forbidden');
      expect((await other.as('user').run('dispute', limeId)).status).toBe(200);
      expect(other.lime.calls.filter(({ method, user }) => method === 'PUT' && user !== 'service')).toEqual(
        [],
      );
      await other.close();
    });

    test('a write that finds it out changes nothing, and is made once for all invoices of a task', async () => {
      const other = await startHarness();
      const ids = Array.from({ length: 5 }, () => other.addInvoice().limeId);
      const held = () => ids.map((id) => other.lime.object('invoice', id).actionpublicid);
      const before = held();
      const count = JSON.stringify({ command: 'pause', invoiceIds: ids });
      expect((await other.as('user').post('tasks/count', count)).status).toBe(200);
      expect((await other.as('user').post('tasks/count', count)).status).toBe(200);
      const own = other.lime.calls.filter(({ method, user }) => method === 'PUT' && user === 'user');
      expect(own).toHaveLength(1);
      expect(held()).toEqual(before);
      await other.close();
    });

    test('a user whom Lime lets write may command, and one whom it does not may not', async () => {
      const { limeId } = harness.addInvoice();
      expect((await harness.as('reader').run('dispute', limeId)).body.code).toBe('forbidden');
      expect((await harness.as('user').run('dispute', limeId)).status).toBe(200);
    });

    test('a Lime that fails at the proof is no yes and no no', async () => {
      const other = await startHarness();
      const { limeId, actionPublicId } = other.addInvoice();
      const end = other.lime.fault({ kind: 'status', status: 500 }, { method: 'PUT' });
      expect((await other.as('user').run('dispute', limeId)).status).toBe(502);
      expect(other.billecta.invoice(actionPublicId).State?.DisputedDate).toBeNull();
      end();
      expect((await other.as('user').run('dispute', limeId)).status).toBe(200);
      await other.close();
    });

    test('an administrator is nobody to whom Lime shows an empty list', async () => {
      const other = await startHarness({ lime: { unreadableLimetype: 'empty' } });
      expect((await other.as('user').get('admin/status')).status).toBe(403);
      expect((await other.as('admin').get('admin/status')).status).toBe(200);
      await other.close();
    });
  });
});

describe('a cookie is only good from Lime itself', () => {
  const withCookie = (headers: Record<string, string>) =>
    new Caller(harness.url, { cookie: harness.lime.cookies('user'), ...headers });

  test.each([
    ["Lime's origin", () => ({ origin: harness.lime.url }), 200],
    ['a same-origin fetch without Origin', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
    [
      'a same-origin fetch by an address of its own',
      () => ({ origin: 'https://lime.acme.example', 'sec-fetch-site': 'same-origin' }),
      200,
    ],
    ['another origin', () => ({ origin: 'https://evil.example' }), 403],
    [
      'another origin of the same site',
      () => ({ origin: 'https://evil.lime.example', 'sec-fetch-site': 'same-site' }),
      403,
    ],
    ['no origin at all', () => ({}), 403],
    ['another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
  ])('%s', async (_from, headers, status) => {
    const { limeId } = harness.addInvoice();
    const reply = await withCookie(headers()).run('dispute', limeId);
    expect([reply.status, reply.body.code]).toEqual([status, status === 403 ? 'cross-origin' : undefined]);
  });

  test('other origins that Lime is known by are configured', async () => {
    const environment = { LIME_PUBLIC_ORIGINS: 'https://lime.acme.example,https://crm.acme.example' };
    const other = await startHarness({ environment });
    const from = (origin: string) =>
      new Caller(other.url, { cookie: other.lime.cookies('user'), origin }).run(
        'dispute',
        other.addInvoice().limeId,
      );
    expect((await from('https://lime.acme.example')).status).toBe(200);
    expect((await from('https://crm.acme.example')).status).toBe(200);
    expect((await from(other.lime.url)).status).toBe(403);
    const { body } = await other.as('admin').get('admin/checks');
    const webhook = (body as Checks).checks.find(({ id }) => id === 'webhook-address');
    expect(webhook).toMatchObject({
      url: expect.stringMatching(/^https:\/\/lime\.acme\.example\/.+\/billecta-webhook-receiver$/),
    });
    await other.close();
  });

  test('a form cannot post', async () => {
    const { limeId } = harness.addInvoice();
    const caller = withCookie({ origin: harness.lime.url });
    const { status } = await caller.post(
      `invoices/${limeId}/dispute`,
      '',
      'application/x-www-form-urlencoded',
    );
    expect(status).toBe(415);
  });

  test('reading needs no more than the cookie', async () => {
    const { limeId } = harness.addInvoice();
    expect((await withCookie({}).status(limeId)).status).toBe(200);
  });
});

describe('Lime in trouble', () => {
  // What the service writes by itself would meet the trouble too.
  beforeEach(() => eventually(() => nothingToWrite(harness)));

  test.each([
    ['cut off', { kind: 'outage' } as const, 502, 'lime-unreachable'],
    ['failing', { kind: 'status', status: 500 } as const, 502, 'lime-failed'],
    [
      'over its limit',
      { kind: 'status', status: 429, retryAfterSeconds: 0 } as const,
      503,
      'lime-rate-limited',
    ],
    ['silent', { kind: 'slow', ms: 30_000 } as const, 504, 'lime-timeout'],
  ])('%s', async (_how, fault, status, code) => {
    const { limeId } = harness.addInvoice();
    const end = harness.lime.fault(fault);
    const reply = await harness.as('user').run('dispute', limeId);
    end();
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('the service calls itself by its own name', async () => {
    const { limeId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    expect(harness.lime.calls.at(-1)?.userAgent).toMatch(/^limepkg-billecta-integration\/\d+\.\d+\.\d+$/);
  });
});
