import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { listen } from '../../../service/support/listen.ts';
import { start } from './support.ts';

describe('the reverse proxy of the mount', () => {
  const mount = 'limepkg-billecta-integration';

  test('passes method, path, headers and body on, and the answer back', async () => {
    const origin = await listen(async (request, response) => {
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
    const origin = await listen((_, response) => {
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
