import { describe, expect, test } from 'vitest';
import { rememberIdentity } from '../../../../bff/lime/identity/remember-identity.ts';
import type { Credential } from '../../../../bff/services/ports/lime.ts';
import type { ProofName } from '../../../../bff/services/ports/setup.ts';
import { type Says, scriptedLime } from '../scripted-lime.ts';
import { patient } from '../start-lime.ts';

const anna: Credential = { kind: 'api-key', value: 'anna' };
const rut: Credential = { kind: 'cookie', value: 'rut' };
const invoice = { limeId: 7, actionPublicId: 'a-7' };
const object = { _id: 7, actionpublicid: ' a-7 ', amount: 12 };

interface Script {
  acl?: unknown;
  read?: Says;
  put?: Says;
  updateProof?: readonly ProofName[];
}

/** A Lime that tells this of rights, and answers writes so. */
async function start({ acl, read, put, updateProof = ['acl', 'write'] }: Script = {}) {
  const clock = { now: 0 };
  const lime = await scriptedLime(({ method, path }) => {
    if (path.startsWith('limetype/')) return { body: { name: 'invoice', ...(acl !== undefined && { acl }) } };
    return (method === 'PUT' ? put : read) ?? { body: object };
  });
  const port = rememberIdentity(lime.client, { updateProof, now: () => clock.now });
  const right = (who = anna, invoices = [invoice]) => port.updateRight(who, invoices, patient());
  const puts = () => lime.asked.filter(({ method }) => method === 'PUT');
  return { ...lime, clock, right, puts };
}

describe('where metadata carries an acl', () => {
  test.each([
    [true, 'proven'],
    [false, 'denied'],
  ])('update: %s decides, and nothing is written', async (update, expected) => {
    const { right, puts } = await start({ acl: { update } });
    expect(await right()).toBe(expected);
    expect(puts()).toEqual([]);
  });

  test.each([[null], [{}], [{ read: true }], ['all'], [{ update: 'yes' }]])(
    'one that does not tell of updating is unknown: %j',
    async (acl) => {
      const { right } = await start({ acl, updateProof: ['acl'] });
      expect(await right()).toBe('unproven');
    },
  );
});

describe('where nothing tells of rights', () => {
  test('the ActionPublicId is written back as it was read, by the caller', async () => {
    const { right, puts, asked } = await start();
    expect(await right()).toBe('proven');
    expect(puts()).toMatchObject([
      {
        path: 'limeobject/invoice/7/',
        body: { actionpublicid: ' a-7 ' },
        headers: { 'x-api-key': 'anna', 'user-agent': 'a-test/1.0.0' },
      },
    ]);
    expect(asked.at(-2)).toMatchObject({ method: 'GET', path: 'limeobject/invoice/7/' });
  });

  test.each([401, 403, 404])('%i to the write is a no', async (status) => {
    const { right } = await start({ put: { status } });
    expect(await right()).toBe('denied');
  });

  test.each([202, 400, 405, 409, 410, 422, 302])('%i to the write is no proof', async (status) => {
    const { right } = await start({ put: { status } });
    expect(await right()).toBe('unproven');
  });

  test.each([
    ['the page of a log-in', '<html>'],
    ['another invoice', { ...object, _id: 8 }],
    ['another id', { ...object, actionpublicid: 'b' }],
    ['a list', []],
  ])('a 200 with %s is no proof', async (_what, body) => {
    const { right } = await start({ put: { body } });
    expect(await right()).toBe('unproven');
  });

  test('an answer without a body is a yes', async () => {
    expect(await (await start({ put: { status: 204 } })).right()).toBe('proven');
  });

  test.each([
    [500, 'lime-failed'],
    [429, 'lime-rate-limited'],
  ])('%i to the write is nobody’s no', async (status, code) => {
    const { right } = await start({ put: { status } });
    await expect(right()).rejects.toMatchObject({ code });
  });

  test.each([['b-8'], [''], [null], [undefined]])(
    'an invoice that holds %j by now is not written to',
    async (actionpublicid) => {
      const { right, puts } = await start({ read: { body: { _id: 7, actionpublicid } } });
      await expect(right()).rejects.toMatchObject({ code: 'lime-refused' });
      expect(puts()).toEqual([]);
    },
  );

  test('an id that is a number stays one', async () => {
    const number = { body: { _id: 7, actionpublicid: 77 } };
    const { right, puts } = await start({ read: number, put: number });
    expect(await right(anna, [{ limeId: 7, actionPublicId: '77' }])).toBe('proven');
    expect(puts()[0]?.body).toEqual({ actionpublicid: 77 });
  });

  test('nothing is written where a write is no proof by configuration', async () => {
    const { right, puts } = await start({ updateProof: ['acl'] });
    expect(await right()).toBe('unproven');
    expect(puts()).toEqual([]);
  });

  test('nothing is written, and nothing proven, for invoices that are not synced', async () => {
    const { right, puts } = await start();
    expect(await right(anna, [])).toBe('unproven');
    expect(puts()).toEqual([]);
  });

  test('metadata of another form leaves it to the write', async () => {
    const lime = await scriptedLime(({ path }) =>
      path.startsWith('limetype/') ? { body: '<html>' } : { body: object },
    );
    const port = rememberIdentity(lime.client, { updateProof: ['acl', 'write'], now: () => 0 });
    expect(await port.updateRight(anna, [invoice], patient())).toBe('proven');
  });
});

describe('what a write has shown', () => {
  test.each([
    ['a yes', undefined, 'proven'],
    ['a no', { status: 403 }, 'denied'],
  ])('%s holds ten minutes, whichever the invoice', async (_what, put, expected) => {
    const { right, puts, clock } = await start({ ...(put && { put }) });
    await right();
    clock.now = 599_999;
    expect(await right(anna, [{ limeId: 8, actionPublicId: 'a-8' }])).toBe(expected);
    expect(await right(anna, [])).toBe(expected);
    expect(puts()).toHaveLength(1);
    clock.now = 600_000;
    await right();
    expect(puts()).toHaveLength(2);
  });

  test('holds for nobody else', async () => {
    const { right, puts } = await start();
    await right(anna);
    await right(rut);
    await right({ kind: 'cookie', value: 'anna' });
    expect(puts().map(({ headers }) => headers.cookie ?? headers['x-api-key'])).toEqual([
      'anna',
      'rut',
      'anna',
    ]);
  });

  test('is asked for once by many at a time', async () => {
    const { right, puts } = await start();
    await Promise.all([right(), right(), right()]);
    expect(puts()).toHaveLength(1);
  });

  test('does not outlast what failed, so that the next one asks again', async () => {
    const answers: Says[] = [{ status: 500 }, { body: object }];
    const lime = await scriptedLime(({ method, path }) => {
      if (path.startsWith('limetype/')) return { body: { name: 'invoice' } };
      return method === 'PUT' ? (answers.shift() ?? {}) : { body: object };
    });
    const port = rememberIdentity(lime.client, { updateProof: ['write'], now: () => 0 });
    await expect(port.updateRight(anna, [invoice], patient())).rejects.toBeDefined();
    expect(await port.updateRight(anna, [invoice], patient())).toBe('proven');
  });

  test('that one invoice is gone says nothing of the next', async () => {
    const lime = await scriptedLime(({ path }) => {
      if (path.startsWith('limetype/')) return { body: { name: 'invoice' } };
      return path.endsWith('/8/') ? { status: 404 } : { body: object };
    });
    const port = rememberIdentity(lime.client, { updateProof: ['write'], now: () => 0 });
    const gone = { limeId: 8, actionPublicId: 'a-8' };
    await expect(port.updateRight(anna, [gone], patient())).rejects.toMatchObject({ code: 'not-found' });
    expect(await port.updateRight(anna, [invoice], patient())).toBe('proven');
  });
});

test('a write counts in the limit of calls', async () => {
  const lime = await scriptedLime(() => ({ body: object }), { limit: { burst: 2, perSecond: 0.001 } });
  const port = rememberIdentity(lime.client, { updateProof: ['write'], now: () => 0 });
  await port.updateRight(anna, [invoice], patient());
  await expect(lime.client.readInvoice(anna, 7, patient())).rejects.toMatchObject({
    code: 'lime-rate-limited',
  });
});

describe('an administrator', () => {
  const list = (limeobjects: unknown) => ({ body: { _embedded: { limeobjects } } });

  test('is whom Lime shows an integration monitor', async () => {
    const { client } = await scriptedLime(() => list([{ _id: 1 }]));
    await expect(client.provesAdministrator(anna, patient())).resolves.toBeUndefined();
  });

  test('is nobody whom Lime answers 200 and nothing', async () => {
    const { client } = await scriptedLime(() => list([]));
    await expect(client.provesAdministrator(anna, patient())).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each([['{}'], ['<html>'], ['[]'], ['{"_embedded":{}}'], ['{"_embedded":{"limeobjects":[{}]}}']])(
    'is nobody to whom Lime answers %s',
    async (body) => {
      const { client } = await scriptedLime(() => ({ body }));
      await expect(client.provesAdministrator(anna, patient())).rejects.toMatchObject({
        code: 'lime-unreadable',
      });
    },
  );
});
