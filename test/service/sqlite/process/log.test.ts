import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../../../support/free-port.ts';
import { aFolder, aProcess, postWebhook } from '../../support/a-process.ts';
import { eventually } from '../../support/eventually.ts';

const alive = (origin: string) =>
  eventually(async () => expect((await fetch(`${origin}/healthz`)).status).toBe(200));

test('a log on a full disk: everything is served, standard error is told once, and SIGTERM ends it', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const service = aProcess(`sqlite:${join(aFolder(), 'a.db')}`, {
    output: '> /dev/full',
    environment: { PORT: String(port) },
  });
  await alive(origin);
  for (let n = 0; n < 5; n += 1) expect((await postWebhook(origin, `d-${n}`)).status).toBe(200);
  await eventually(async () => expect(service.complaints()).toContain('The log cannot be written'));
  service.child.kill('SIGTERM');
  expect(await service.ended()).toBe(0);
  expect(service.complaints().match(/cannot be written/g)).toHaveLength(1);
});

test('the reader of the log goes: the service stays; and it ends when the reader goes as it stops', async () => {
  const first = aProcess(`sqlite:${join(aFolder(), 'a.db')}`);
  const origin = await first.listening();
  first.child.stdout?.destroy();
  for (let n = 0; n < 5; n += 1) expect((await postWebhook(origin, `d-${n}`)).status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended()).toBe(0);

  const second = aProcess(`sqlite:${join(aFolder(), 'a.db')}`);
  await second.listening();
  second.child.kill('SIGTERM');
  second.child.stdout?.destroy();
  expect(await second.ended()).toBe(0);
});

test('nobody reads the log: the process ends all the same', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const service = aProcess(`sqlite:${join(aFolder(), 'a.db')}`, {
    environment: { PORT: String(port) },
    unread: true,
  });
  await alive(origin);
  // More lines than a pipe holds.
  for (let n = 0; n < 1_000; n += 1) await (await fetch(`${origin}/nothing-${n}`)).text();
  service.child.kill('SIGTERM');
  await service.ended();
});

test('an error that nobody foresaw ends the service with a line of the log', async () => {
  const service = aProcess(`sqlite:${join(aFolder(), 'a.db')}`, {
    before: ['./test/service/support/fail-on-signal.js'],
  });
  await service.listening();
  service.child.kill('SIGUSR2');
  expect(await service.ended()).toBe(1);
  expect(service.lines.at(-1)).toMatchObject({ level: 60, err: { message: 'nobody foresaw this' } });
  expect(service.complaints()).toBe('');
});
