import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type LimeSimulator,
  type LimeSimulatorOptions,
  startLimeSimulator,
} from '../simulators/lime/index.ts';

let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function start(options?: LimeSimulatorOptions): Promise<LimeSimulator> {
  const lime = await startLimeSimulator(options);
  closing.push(() => lime.close());
  return lime;
}

const seed = { invoiceNumber: '10231', debtor: 'Ås & Co AB', amount: 1250.5, dueDate: '2026-12-01' };

type Who = keyof LimeSimulator['keys'];
const as = (lime: LimeSimulator, who: Who) => ({ 'x-api-key': lime.keys[who] });

function get(lime: LimeSimulator, path: string, who: Who = 'service') {
  return fetch(`${lime.baseUrl}/api/v1/${path}`, { headers: as(lime, who) });
}

function put(lime: LimeSimulator, id: number, properties: unknown, who: Who = 'service') {
  const body = JSON.stringify(properties);
  return fetch(`${lime.baseUrl}/api/v1/limeobject/invoice/${id}/`, {
    method: 'PUT',
    headers: as(lime, who),
    body,
  });
}

describe('an invoice over REST', () => {
  test('is a HAL document with options as objects, empty texts as "" and times with offset', async () => {
    const lime = await start({ now: () => new Date('2026-07-01T10:00:00.5Z') });
    const id = lime.addInvoice({ ...seed, status: 'reminded' });

    const invoice = await (await get(lime, `limeobject/invoice/${id}/`)).json();

    expect(invoice).toMatchObject({
      _id: id,
      _descriptive: '10231',
      _timestamp: '2026-07-01T12:00:00.500000+02:00',
      invoicenumber: '10231',
      actionpublicid: '',
      amount: 1250.5,
      duedate: '2026-12-01',
      invoicestatus: { id: expect.any(Number), key: 'reminded', text: 'Reminded' },
      _links: { self: { href: `${lime.baseUrl}/api/v1/limeobject/invoice/${id}/` } },
    });
    const debtor = await get(lime, `limeobject/debtor/${invoice.debtor}/`);
    expect(await debtor.json()).toMatchObject({ name: 'Ås & Co AB' });
  });

  test('is changed by the properties that are sent, the others stay', async () => {
    const lime = await start();
    const id = lime.addInvoice({ ...seed, actionPublicId: 'a-1' });

    const response = await put(lime, id, { invoicestatus: 'paid', disputed: true });

    expect(response.status).toBe(200);
    expect(lime.object('invoice', id)).toMatchObject({
      invoicestatus: 'paid',
      disputed: true,
      actionpublicid: 'a-1',
    });
  });

  test.each([
    ['a property that does not exist', { colour: 'red' }],
    ['null for a text', { actionpublicid: null }],
    ['an option that does not exist', { invoicestatus: 'lost' }],
    ['a text that is too long', { invoicenumber: 'x'.repeat(33) }],
    ['a time without offset', { disputedtime: '2026-07-01T10:00:00' }],
  ])('refuses %s and changes nothing', async (_, properties) => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    const before = lime.object('invoice', id);

    expect((await put(lime, id, properties)).status).toBe(400);
    expect(lime.object('invoice', id)).toEqual(before);
  });

  test('is found in a list by a property, page after page', async () => {
    const lime = await start();
    for (const invoiceNumber of ['1', '2', '3']) lime.addInvoice({ ...seed, invoiceNumber });
    lime.addInvoice({ ...seed, debtor: 'Someone else', invoiceNumber: '4' });
    const debtor = lime.object('invoice', 1001).debtor;

    const first = await (await get(lime, `limeobject/invoice/?_limit=2&debtor=${debtor}`)).json();
    const next = await fetch(first._links.next.href, { headers: as(lime, 'service') });
    const second = await next.json();

    const numbers = (page: { _embedded: { limeobjects: { invoicenumber: string }[] } }) =>
      page._embedded.limeobjects.map(({ invoicenumber }) => invoicenumber);
    expect(numbers(first)).toEqual(['1', '2']);
    expect(numbers(second)).toEqual(['3']);
    expect(second._links.next).toBeUndefined();
  });

  test('is only there under the URL with a slash at its end', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    expect((await get(lime, `limeobject/invoice/${id}`)).status).toBe(404);
  });
});

describe('who may do what', () => {
  test.each<[Who, number, number]>([
    ['user', 200, 404],
    ['reader', 403, 404],
    ['admin', 200, 200],
    ['service', 200, 200],
  ])('%s: updating an invoice answers %i, reading integration_monitor %i', async (who, update, monitor) => {
    const lime = await start();
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

  test('candidates: no acl in metadata, unreadable limetypes refused openly, JSON errors', async () => {
    const candidates = { metadataAcl: false, unreadableLimetype: 'forbidden', errorBody: 'json' } as const;
    const lime = await start({ candidates });

    expect(await (await get(lime, 'limetype/invoice/')).json()).not.toHaveProperty('acl');
    const refused = await get(lime, 'limetype/integration_monitor/', 'user');
    expect([refused.status, await refused.json()]).toEqual([403, { message: 'Forbidden' }]);
  });
});

async function query(lime: LimeSimulator, filter: object, who: Who = 'service') {
  const shape = { _id: null, invoicestatus: null, debtor: { name: null } };
  const q = JSON.stringify({ limetype: 'invoice', filter, responseFormat: { object: shape } });
  const response = await get(lime, `query/?q=${encodeURIComponent(q)}`, who);
  return response.ok ? (await response.json()).objects : response.status;
}

describe('a query', () => {
  const sent = { key: 'invoicestatus', op: '=', exp: 'sent' };

  test.each([
    ['chosen rows', { key: '_id', op: 'IN', exp: [1001, 1003] }, [1001, 1003]],
    ['equal', sent, [1001, 1002]],
    ['not', { op: '!', exp: sent }, [1003]],
    ['unequal', { key: 'invoicestatus', op: '!=', exp: 'sent' }, [1003]],
    ['greater', { key: 'amount', op: '>', exp: 100 }, [1002, 1003]],
    ['at most', { key: 'amount', op: '<=', exp: 200 }, [1001, 1002]],
    ['and', { op: 'AND', exp: [sent, { key: 'amount', op: '<', exp: 150 }] }, [1001]],
    ['or', { op: 'OR', exp: [sent, { key: 'amount', op: '=', exp: 300 }] }, [1001, 1002, 1003]],
    ['over a relation', { key: 'debtor.name', op: '?', exp: 'other' }, [1002]],
  ])('finds by %s', async (_, filter, ids) => {
    const lime = await start();
    lime.addInvoice({ ...seed, amount: 100 });
    lime.addInvoice({ ...seed, amount: 200, debtor: 'Another' });
    lime.addInvoice({ ...seed, amount: 300, status: 'paid' });

    const objects = await query(lime, filter);
    expect(objects.map(({ _id }: { _id: number }) => _id)).toEqual(ids);
  });

  test('answers the properties that are asked for, over relations too', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    expect(await query(lime, { key: 'id', op: '=', exp: id })).toEqual([
      {
        _id: id,
        invoicestatus: { id: expect.any(Number), key: 'sent', text: 'Sent' },
        debtor: { name: 'Ås & Co AB' },
      },
    ]);
  });

  test('knows the id only under the key that the candidate names', async () => {
    const lime = await start({ candidates: { filterKey: 'id' } });
    const id = lime.addInvoice(seed);
    expect(await query(lime, { key: 'id', op: '=', exp: id })).toHaveLength(1);
    expect(await query(lime, { key: '_id', op: '=', exp: id })).toBe(400);
  });
});

describe('trouble', () => {
  test('more requests than the limit are 429 with Retry-After', async () => {
    const lime = await start({ rateLimit: { requests: 2, windowMs: 60_000 } });
    expect((await get(lime, '')).status).toBe(200);
    expect((await get(lime, '')).status).toBe(200);
    const third = await get(lime, '');
    expect([third.status, Number(third.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  test('a fault hits what it is aimed at, as often as it should, and is logged', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    lime.fault({ kind: 'status', status: 503, retryAfterSeconds: 7 }, { method: 'PUT', times: 1 });

    expect((await get(lime, `limeobject/invoice/${id}/`)).status).toBe(200);
    const failed = await put(lime, id, { paused: true });
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '7']);
    expect((await put(lime, id, { paused: true })).status).toBe(200);
    expect(lime.calls.map(({ status }) => status)).toEqual([200, 503, 200]);
  });

  test('an outage cuts the connection before anything is done, a lost answer after', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);

    lime.fault({ kind: 'outage' });
    await expect(put(lime, id, { paused: true })).rejects.toThrow();
    expect(lime.object('invoice', id).paused).toBe(false);
    lime.clearFaults();
    lime.fault({ kind: 'lost-answer' });
    await expect(put(lime, id, { paused: true })).rejects.toThrow();
    expect(lime.object('invoice', id).paused).toBe(true);
  });

  test('a slow request waits until the fault is cleared', async () => {
    const lime = await start();
    lime.fault({ kind: 'slow', ms: Number.POSITIVE_INFINITY });
    const answer = get(lime, '');
    await expect.poll(() => lime.calls.length).toBe(1);
    expect(lime.calls[0]?.status).toBeUndefined();
    lime.clearFaults();
    expect((await answer).status).toBe(200);
  });
});

async function upstream(handler: (request: IncomingMessage, response: ServerResponse) => void) {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the reverse proxy of the mount', () => {
  const mount = 'limepkg-billecta-integration';

  test('passes method, path, headers and body on, and the answer back', async () => {
    const origin = await upstream(async (request, response) => {
      const body = [];
      for await (const chunk of request) body.push(chunk);
      const { cookie, origin: from, 'sec-fetch-site': site, 'content-type': type } = request.headers;
      const seen = { method: request.method, url: request.url, cookie, from, site, type };
      response.writeHead(202, { 'content-type': 'application/json', 'x-own': 'yes' });
      response.end(JSON.stringify({ ...seen, key: request.headers['x-api-key'], body: body.join('') }));
    });
    const lime = await start({ mountTarget: origin });
    const headers = {
      cookie: lime.cookies('user'),
      origin: lime.url,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'x-api-key': 'k',
    };

    const url = `${lime.baseUrl}/${mount}/invoices/1/pause?a=%20b`;
    const response = await fetch(url, { method: 'POST', headers, body: '{"until":null}' });

    expect([response.status, response.headers.get('x-own')]).toEqual([202, 'yes']);
    expect(await response.json()).toEqual({
      method: 'POST',
      url: `/lime-demo/${mount}/invoices/1/pause?a=%20b`,
      cookie: headers.cookie,
      from: lime.url,
      site: 'same-origin',
      type: 'application/json',
      key: 'k',
      body: '{"until":null}',
    });
  });

  test('lets server-sent events through one by one, and tells the BFF when the page is gone', async () => {
    let stream: ServerResponse | undefined;
    const origin = await upstream((_, response) => {
      stream = response;
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    });
    const lime = await start();
    lime.proxyTo(origin);
    const page = new AbortController();
    const response = await fetch(`${lime.baseUrl}/${mount}/live`, { signal: page.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();

    stream?.write('data: 1\n\n');
    expect((await reader?.read())?.value).toBe('data: 1\n\n');
    stream?.write('data: 2\n\n');
    expect((await reader?.read())?.value).toBe('data: 2\n\n');
    page.abort();
    await expect.poll(() => stream?.destroyed).toBe(true);
  });

  test('answers 502 when the BFF is down or not known', async () => {
    const lime = await start();
    expect((await fetch(`${lime.baseUrl}/${mount}/x`)).status).toBe(502);
    lime.proxyTo('http://127.0.0.1:9');
    expect((await fetch(`${lime.baseUrl}/${mount}/x`)).status).toBe(502);
  });
});

async function bundle(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'lime-bundle-'));
  closing.push(() => rm(directory, { recursive: true }));
  const name = 'limepkg-billecta-integration-lwc-components';
  await mkdir(join(directory, name));
  await writeFile(join(directory, name, `${name}.esm.js`), 'export const ours = true;');
  const config = [{ name: 'lwc-limepkg-billecta-integration-loader', slot: 'plugin.loaders' }];
  await writeFile(join(directory, 'lwc.config.json'), JSON.stringify(config));
  return directory;
}

async function bootOf(page: Response) {
  const json = /id="boot">(.*?)<\/script>/.exec(await page.text())?.[1];
  return JSON.parse(json ?? '');
}

describe('the web client', () => {
  test('names the package of lwc.config.json and serves its script', async () => {
    const lime = await start({ bundleDirectory: await bundle() });

    const boot = await bootOf(await fetch(`${lime.baseUrl}/client/table-view/invoice`));
    expect(boot.components).toEqual([
      { name: 'lwc-limepkg-billecta-integration-loader', slot: 'plugin.loaders' },
    ]);
    const script = await fetch(lime.url + boot.scripts[0]);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toBe('export const ours = true;');
    const outside = boot.scripts[0].replace(/[^/]+\/[^/]+$/, '..%2f..%2f..%2fetc%2fpasswd');
    expect((await fetch(lime.url + outside)).status).toBe(404);
  });

  test('works without a package', async () => {
    const lime = await start({ bundleDirectory: '/nowhere' });
    const boot = await bootOf(await fetch(`${lime.baseUrl}/client/table-view/invoice`));
    expect([boot.components, boot.scripts]).toEqual([[], []]);
  });

  test('serves its script, styles, icons and the real lime-elements', async () => {
    const lime = await start({ bundleDirectory: await bundle() });
    const html = await (await fetch(`${lime.baseUrl}/webadmin`)).text();
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => lime.url + path);
    const icon = `${lime.baseUrl}/simulator/assets/icons/circled_pause.svg`;

    const statuses = await Promise.all([...assets, icon].map(async (url) => (await fetch(url)).status));
    expect(assets.length).toBeGreaterThanOrEqual(6);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('logs Anna in when nobody is, with a cookie that scripts cannot read', async () => {
    const lime = await start();
    const page = await fetch(`${lime.baseUrl}/client/object/invoice/1001`);
    const login = page.headers.get('set-cookie') ?? '';

    expect(login).toMatch(/^session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await bootOf(page)).user).toMatchObject({
      name: 'user',
      fullname: 'Anna Andersson',
      admin: false,
    });
    const cookie = login.split(';')[0] ?? '';
    expect((await fetch(`${lime.baseUrl}/api/v1/`, { headers: { cookie } })).status).toBe(200);
  });

  test('takes user, language and theme from the URL and goes on without them', async () => {
    const lime = await start();
    const url = `${lime.baseUrl}/webadmin?user=admin&language=sv&theme=dark`;
    const response = await fetch(url, { redirect: 'manual' });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);

    expect(response.headers.get('location')).toBe('/lime-demo/webadmin');
    const page = await fetch(`${lime.baseUrl}/webadmin`, { headers: { cookie: cookies.join('; ') } });
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(await bootOf(page)).toMatchObject({
      platformType: 'LimeCRMWebAdminClient',
      language: 'sv',
      theme: 'dark',
      user: { name: 'admin', admin: true },
    });
  });

  test('lets the user switch log in the others, but never the API user', async () => {
    const lime = await start();
    const login = (user: string) =>
      fetch(`${lime.baseUrl}/simulator/login`, { method: 'POST', body: JSON.stringify({ user }) });

    expect((await login('service')).status).toBe(400);
    const cookie = (await login('reader')).headers.get('set-cookie')?.split(';')[0] ?? '';
    await fetch(`${lime.baseUrl}/api/v1/`, { headers: { cookie } });
    expect(lime.calls.at(-1)).toMatchObject({ user: 'reader', credential: 'cookie' });
  });
});
