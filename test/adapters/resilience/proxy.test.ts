import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { LimeHttp } from '../../../bff/lime/client/http.ts';
import { listen } from '../../service/support/listen.ts';

afterEach(() => void vi.unstubAllEnvs());

/** A proxy that leads to one address, whatever it is asked for. */
async function proxyTo(target: string) {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (incoming, socket) => {
    asked.push(incoming.url ?? '');
    const through = connect(Number(new URL(target).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    for (const each of [socket, through]) each.on('error', () => through.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test.each([
  ['', ['lime.invalid:80']],
  ['lime.invalid', []],
])('Lime is called through the proxy of the environment, unless NO_PROXY is %j', async (none, through) => {
  const target = await listen((_, outgoing) => void outgoing.end('{"ok":true}'));
  const { asked, url } = await proxyTo(target);
  vi.stubEnv('HTTP_PROXY', url);
  vi.stubEnv('http_proxy', url);
  vi.stubEnv('NO_PROXY', none);
  vi.stubEnv('no_proxy', none);
  const log = { info() {}, warn() {}, error() {} };
  const http = new LimeHttp({
    url: 'http://lime.invalid',
    userAgent: 'a/1',
    apiKey: 'a',
    log,
    hide: (text) => text,
  });
  onTestFinished(() => http.close());
  const read = http.get('a/', { kind: 'api-key', value: 'a' }, new AbortController().signal);
  if (through.length > 0) await expect(read).resolves.toEqual({ ok: true });
  else await expect(read).rejects.toMatchObject({ code: 'lime-unreachable' });
  expect(asked).toEqual(through);
});
