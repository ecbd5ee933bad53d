import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverOf } from '../../../../bff/process/node-server.ts';
import { type Harness, startHarness } from '../../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** What comes back over a plain connection, until it ends or `enough` has come. */
function talk(lines: readonly string[], enough = /(?!)/): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(harness.origin).port), '127.0.0.1', () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n`),
    );
    socket.setEncoding('utf8').on('error', reject);
    socket.on('data', (part) => {
      text += part;
      if (enough.test(text)) socket.destroy();
    });
    socket.on('close', () => resolve(text));
  });
}

test.each(['/healthz', '/readyz'])('a health check over HTTP/1.0 names no host: %s', async (path) => {
  expect(await talk([`GET ${path} HTTP/1.0`])).toMatch(/^HTTP\/1\.1 200 /);
});

test('over HTTP/1.0 the live stream is not cut into chunks, over HTTP/1.1 it is', async () => {
  const path = new URL(`${harness.url}/live?ids=${harness.addInvoice().limeId}`);
  const stream = (version: string) =>
    talk(
      [
        `GET ${path.pathname}${path.search} HTTP/${version}`,
        'host: localhost',
        `x-api-key: ${harness.lime.keys.user}`,
      ],
      /event: invoice\ndata/,
    );
  const [old, current] = [await stream('1.0'), await stream('1.1')];
  expect(old).not.toMatch(/transfer-encoding/i);
  expect(old).toMatch(/\r\n\r\nretry: 1000\n\n/);
  expect(current).toMatch(/transfer-encoding: chunked/i);
});

test('an idle connection is kept longer than a proxy keeps it', () => {
  const { keepAliveTimeout, headersTimeout } = serverOf({ fetch: () => new Response() });
  expect(keepAliveTimeout).toBeGreaterThan(60_000);
  expect(headersTimeout).toBeGreaterThan(keepAliveTimeout);
});
