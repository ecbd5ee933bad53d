import { describe, expect, test } from 'vitest';
import { get, put, query, seed, start, type Who } from './support.ts';

describe('who may do what', () => {
  test.each<[Who, number, number]>([
    ['user', 200, 404],
    ['reader', 403, 404],
    ['admin', 200, 200],
    ['service', 200, 200],
  ])('%s: updating an invoice answers %i, reading integration_monitor %i', async (who, update, monitor) => {
    const lime = await start({ candidates: { metadataAcl: true, unreadableLimetype: 'hidden' } });
    const id = lime.addInvoice(seed);

    expect((await get(lime, `limeobject/invoice/${id}/`, who)).status).toBe(200);
    expect((await put(lime, id, { paused: true }, who)).status).toBe(update);
    expect((await get(lime, 'limetype/integration_monitor/', who)).status).toBe(monitor);
    expect((await get(lime, 'limeobject/integration_monitor/', who)).status).toBe(monitor);
    const { acl } = await (await get(lime, 'limetype/invoice/', who)).json();
    expect(acl).toMatchObject({ read: true, update: update === 200 });
  });

  test('a hidden invoice is missing for the one it is hidden from, wherever it could show', async () => {
    const lime = await start();
    const id = lime.addInvoice({ ...seed, hiddenFrom: ['reader'] });

    expect((await get(lime, `limeobject/invoice/${id}/`, 'reader')).status).toBe(404);
    expect((await put(lime, id, { paused: true }, 'reader')).status).toBe(404);
    const list = await (await get(lime, 'limeobject/invoice/', 'reader')).json();
    expect(list._embedded.limeobjects).toEqual([]);
    expect(await query(lime, { key: '_id', op: 'IN', exp: [id] }, 'reader')).toEqual([]);
    expect((await get(lime, `limeobject/invoice/${id}/`, 'user')).status).toBe(200);
  });

  test('a web client login counts by its cookie until it ends; no or a bad credential is 401', async () => {
    const lime = await start();
    const url = `${lime.baseUrl}/api/v1/`;
    const cookie = `language=sv; ${lime.cookies('reader')}`;

    expect((await fetch(url, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(url, { headers: { cookie, 'x-api-key': 'wrong' } })).status).toBe(401);
    expect((await fetch(url)).status).toBe(401);
    lime.expireLogins();
    expect((await fetch(url, { headers: { cookie } })).status).toBe(401);
    expect(lime.calls.map(({ user, status }) => [user, status])).toEqual([
      ['reader', 200],
      [undefined, 401],
      [undefined, 401],
      [undefined, 401],
    ]);
  });

  test('a limetype that the user may not read has no objects, and refuses to be changed', async () => {
    const lime = await start();
    const monitor = 'limeobject/integration_monitor/';
    const list = await get(lime, monitor, 'user');
    const { keys, baseUrl } = lime;
    const post = await fetch(`${baseUrl}/api/v1/${monitor}`, {
      method: 'POST',
      headers: { 'x-api-key': keys.user },
      body: JSON.stringify({ name: 'Mine', integration_key: 'mine' }),
    });

    expect([list.status, (await list.json())._embedded.limeobjects]).toEqual([200, []]);
    expect((await get(lime, `${monitor}1001/`, 'user')).status).toBe(404);
    expect((await get(lime, `${monitor}1001/`, 'admin')).status).toBe(200);
    expect(post.status).toBe(403);
  });

  test('candidates: unreadable limetypes refused openly, JSON errors', async () => {
    const candidates = { unreadableLimetype: 'forbidden', errorBody: 'json' } as const;
    const lime = await start({ candidates });

    const refused = await get(lime, 'limetype/integration_monitor/', 'user');
    expect([refused.status, await refused.json()]).toEqual([403, { message: 'Forbidden' }]);
  });
});
