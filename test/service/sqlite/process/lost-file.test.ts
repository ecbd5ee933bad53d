import { closeSync, openSync, renameSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, aProcess, postWebhook } from '../../support/a-process.ts';
import { eventually } from '../../support/eventually.ts';

const readiness = async (origin: string) => {
  const answer = await fetch(`${origin}/readyz`);
  return { status: answer.status, words: ((await answer.json()) as { status: string }).status };
};

async function started() {
  const file = join(aFolder(), 'sub', 'a.db');
  const service = aProcess(`sqlite:${file}`);
  const origin = await service.listening();
  expect((await postWebhook(origin, 'before')).status).toBe(200);
  return { file, service, origin };
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('the database is for no eyes but ours: its file, its log, and the folder that is made for it', async () => {
  const { file } = await started();
  expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
  expect(modeOf(join(file, '..'))).toBe('700');
});

test.each([
  ['deleted', (file: string) => ['', '-wal', '-shm'].map((end) => rmSync(file + end))],
  ['moved', (file: string) => renameSync(file, `${file}.moved`)],
])('the file is %s: nothing more is acknowledged, and both /readyz and the log say why', async (_, lose) => {
  const { file, origin, service } = await started();
  lose(file);
  const answer = await postWebhook(origin, 'after');
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await readiness(origin)).toEqual({ status: 503, words: expect.stringContaining('deleted, moved') });
  expect((await fetch(`${origin}/readyz?verbose`)).status).toBe(503);
  await eventually(() =>
    expect(service.lines).toContainEqual(
      expect.objectContaining({
        level: 50,
        msg: expect.stringContaining('the database cannot be used'),
        remedy: expect.stringContaining('restore a backup'),
      }),
    ),
  );
});

test('the file is cut short: nothing is acknowledged once that is known', async () => {
  const { file, origin } = await started();
  await eventually(() => expect(statSync(file).size).toBeGreaterThan(100_000));
  truncateSync(file, 100_000);
  await eventually(async () => expect((await readiness(origin)).status).toBe(503));
  expect((await postWebhook(origin, 'after')).status).toBe(503);
});

test('the file is damaged: 503, not ready, and the log says that, and what to do', async () => {
  const { file, origin, service } = await started();
  await eventually(() => expect(statSync(file).size).toBeGreaterThan(100_000));
  const open = openSync(file, 'r+');
  const { size } = statSync(file);
  for (let at = 0; at < size; at += 4_096) writeSync(open, Buffer.alloc(4_096, 0xa5), 0, 4_096, at);
  closeSync(open);
  const answers: number[] = [];
  await eventually(async () => {
    answers.push((await postWebhook(origin, `after-${answers.length}`, 'x'.repeat(20_000))).status);
    expect(answers).toContain(503);
    expect((await readiness(origin)).words).toContain('damaged');
  });
  expect(answers).not.toContain(500);
  await eventually(() =>
    expect(service.lines).toContainEqual(
      expect.objectContaining({
        msg: expect.stringContaining('the database is damaged'),
        remedy: expect.stringContaining('restore a backup'),
      }),
    ),
  );
});

test('the disk is full: not ready, and what is taken in was promised', async () => {
  const file = join(aFolder(), 'a.db');
  const service = aProcess(`sqlite:${file}`, { largestFile: 1536 });
  const origin = await service.listening();
  await eventually(async () =>
    expect((await postWebhook(origin, String(Math.random()), 'x'.repeat(50_000))).status).toBe(503),
  );
  expect((await readiness(origin)).status).toBe(503);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
});
