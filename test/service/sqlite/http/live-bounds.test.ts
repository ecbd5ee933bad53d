import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import type { Env } from '../../../../bff/http/env.ts';
import { EventStream } from '../../../../bff/http/routes/live/event-stream.ts';
import { serverOf } from '../../../../bff/process/node-server.ts';
import { eventually } from '../../support/eventually.ts';
import { type Harness, startHarness } from '../../support/start.ts';

let harness: Harness | undefined;
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

/** Live streams over real connections; each is told by its path, and goes from `open` when it is left. */
async function serveStreams() {
  const open = new Map<string, EventStream>();
  const app = new Hono<Env>().get('/:name', (c) => {
    const name = c.req.param('name');
    const stream = new EventStream(c.env.outgoing, () => open.delete(name));
    open.set(name, stream);
    return c.body(stream.body);
  });
  const server = serverOf(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  /** @returns how many bytes have come so far; none ever when the reader takes nothing */
  const read = (name: string, takes: boolean) => {
    let heard = 0;
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET /${name} HTTP/1.1\r\nhost: x\r\n\r\n`));
    socket.on('error', () => undefined);
    if (takes) {
      socket.on('data', ({ byteLength }) => {
        heard += byteLength;
      });
    } else socket.pause();
    onTestFinished(() => void socket.destroy());
    return () => heard;
  };
  return { open, read };
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

test('sixty readers that take nothing are cut off before they cost much, and one that reads goes on', async () => {
  const { open, read } = await serveStreams();
  for (let n = 0; n < 60; n += 1) read(`deaf-${n}`, false);
  const heard = read('rightful', true);
  await eventually(() => expect(open.size).toBe(61));
  const large = { padding: 'x'.repeat(64 * 1024) };
  let most = 0;
  // More than the system's own buffers hold, 60 times 64 MB in all.
  for (let n = 0; n < 1_000 && open.size > 1; n += 1) {
    for (const stream of open.values()) stream.send('invoice', large);
    await breathe();
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  await eventually(() => expect([...open.keys()]).toEqual(['rightful']));
  expect(most).toBeLessThan(120 * 1024 * 1024);
  const before = heard();
  open.get('rightful')?.send('invoice', large);
  await eventually(() => expect(heard()).toBeGreaterThan(before + 64 * 1024));
});

test('a reader that takes nothing from one beat to the next is cut off, a silent stream is not', async () => {
  const { open, read } = await serveStreams();
  read('deaf', false);
  read('silent', true);
  await eventually(() => expect(open.size).toBe(2));
  const deaf = open.get('deaf');
  const line = 'x'.repeat(32 * 1024);
  // Until more waits than the connection takes; well within what may wait.
  for (let n = 0; n < 1_000 && open.has('deaf') && !(await waits(deaf)); n += 1) deaf?.write(line);
  for (let n = 0; n < 3; n += 1) {
    for (const stream of open.values()) stream.beat();
    await eventually(() => expect(open.get('silent')?.isHeldUp).toBe(false));
  }
  await eventually(() => expect([...open.keys()]).toEqual(['silent']));

  async function waits(stream: EventStream | undefined): Promise<boolean> {
    await breathe();
    return stream?.isHeldUp ?? true;
  }
});

test('a caller has ten live streams, all callers together as many as is configured', async () => {
  const running = await startHarness({ environment: { LIVE_STREAMS_AT_MOST: '12' } });
  harness = running;
  const { limeId } = running.addInvoice();
  const over = new AbortController();
  const statusOf = async (cookie: string) => {
    const headers = { cookie, connection: 'close' };
    const response = await fetch(`${running.url}/live?ids=${limeId}`, { headers, signal: over.signal });
    return response.status === 200 ? 200 : [response.status, (await response.json()).code];
  };
  const [one, other] = [running.lime.cookies('user'), running.lime.cookies('reader')];
  const many = await Promise.all(Array.from({ length: 12 }, () => statusOf(one)));
  expect(many.filter((status) => status === 200)).toHaveLength(10);
  expect(many).toContainEqual([503, 'too-many-streams']);
  expect([await statusOf(other), await statusOf(other)]).toEqual([200, 200]);
  expect(await statusOf(other)).toEqual([503, 'too-many-streams']);
  over.abort();
  const again = new AbortController();
  await eventually(async () => {
    const headers = { cookie: one };
    const response = await fetch(`${running.url}/live?ids=${limeId}`, { headers, signal: again.signal });
    expect(response.status).toBe(200);
  });
  again.abort();
});
