import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type BillectaSimulator, startBillectaSimulator } from '../../../simulators/billecta/index.ts';
import { type LimeSimulator, startLimeSimulator } from '../../../simulators/lime/index.ts';

let folder: string;
let lime: LimeSimulator;
let billecta: BillectaSimulator;
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'billecta-process-'));
  lime = await startLimeSimulator();
  billecta = await startBillectaSimulator();
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await Promise.all([lime.close(), billecta.close()]);
  rmSync(folder, { recursive: true });
});

/**
 * The service as a process of its own.
 *
 * @param largestFile - KiB that any of its files may grow to, as on a disk that fills up
 */
function start(
  environment: Record<string, string>,
  largestFile: number | 'unlimited' = 'unlimited',
): ChildProcess {
  const command = `ulimit -f ${largestFile}; exec "${process.execPath}" "${inject('program')}"`;
  const child = spawn('bash', ['-c', command], {
    cwd: join(import.meta.dirname, '../../../..'),
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
  started.push(child);
  return child;
}

const complete = () => ({
  LIME_URL: lime.baseUrl,
  LIME_API_KEY: lime.keys.service,
  BILLECTA_URL: billecta.url,
  BILLECTA_AUTHORIZATION: billecta.authorization,
  WEBHOOK_API_KEYS: 'demo:the-webhook-key-of-the-test',
  DATABASE_URL: `sqlite:${join(folder, 'sub/process.db')}`,
  PORT: '0',
});

async function listening(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output');
  for await (const line of createInterface(child.stdout)) {
    const { msg, address } = JSON.parse(line);
    if (msg === 'listening') return `http://127.0.0.1:${address.port}`;
  }
  throw new Error('The process ended without listening');
}

/** An invoice in both systems, and the headers of somebody who may act on it. */
function anInvoiceAndItsUser() {
  const actionPublicId = billecta.addInvoice();
  const limeId = lime.addInvoice({
    invoiceNumber: '1',
    actionPublicId,
    debtor: 'A',
    amount: 1,
    dueDate: '2026-12-01',
  });
  return { limeId, headers: { 'x-api-key': lime.keys.user, 'content-type': 'application/json' } };
}

test('a bad configuration is told in words, all of it at once, and nothing listens', async () => {
  const child = start({ LIME_URL: 'nowhere', PORT: 'many' });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words += chunk;
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  for (const name of [
    'LIME_URL',
    'LIME_API_KEY',
    'BILLECTA_URL',
    'BILLECTA_AUTHORIZATION',
    'WEBHOOK_API_KEYS',
    'PORT',
  ]) {
    expect(words).toContain(name);
  }
  expect(words).not.toContain(' at ');
});

test('SIGTERM: the command in hand is finished, an open stream ends, the process exits with 0', async () => {
  const { limeId, headers } = anInvoiceAndItsUser();
  const child = start(complete());
  const origin = await listening(child);
  const url = `${origin}/${lime.database}/limepkg-billecta-integration`;
  expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: 'ready' });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);

  const stream = await fetch(`${url}/live?ids=${limeId}`, { headers });
  billecta.fault({ kind: 'slow', ms: 500, operation: 'dispute' });
  const answer = fetch(`${url}/invoices/${limeId}/dispute`, { method: 'POST', headers, body: '{}' });
  while (!billecta.calls.some((call) => call.operation === 'dispute')) await new Promise(setImmediate);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect((await answer).status).toBe(200);
  await stream.text();
});

test('SIGTERM while reads wait for their place within the limits: it ends within its grace, and says so last', async () => {
  const invoices = Array.from({ length: 5 }, anInvoiceAndItsUser);
  const [{ headers } = anInvoiceAndItsUser()] = invoices;
  const child = start({ ...complete(), BILLECTA_READ_LIMITS: '6/600s' });
  const origin = await listening(child);
  const lines: string[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.push(line));
  const url = `${origin}/${lime.database}/limepkg-billecta-integration/invoices`;
  await fetch(`${url}?ids=${invoices.map(({ limeId }) => limeId)}`, { headers });
  while (!billecta.calls.some(({ operation }) => operation === 'invoice'))
    await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGTERM');
  // What has not ended within the grace ends with another code.
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(lines.at(-1)).toContain('"msg":"stopped"');
});

test('a command that was cut short by a kill is settled after the next start', async () => {
  const { limeId, headers } = anInvoiceAndItsUser();
  const first = start(complete());
  const url = (origin: string) => `${origin}/${lime.database}/limepkg-billecta-integration/invoices`;
  const origin = await listening(first);
  await fetch(`${url(origin)}/${limeId}`, { headers });
  billecta.fault({ kind: 'slow', ms: 300, operation: 'dispute' });
  fetch(`${url(origin)}/${limeId}/dispute`, { method: 'POST', headers, body: '{}' }).catch(() => undefined);
  while (!billecta.calls.some((call) => call.operation === 'dispute')) await new Promise(setImmediate);
  first.kill('SIGKILL');
  await once(first, 'exit');

  const again = await listening(start(complete()));
  for (;;) {
    const [status] = (await (await fetch(`${url(again)}?ids=${limeId}`, { headers })).json()) as [
      { disputed: unknown; pendingCommand: unknown },
    ];
    if (status.disputed && status.pendingCommand === null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(billecta.calls.filter((call) => call.operation === 'dispute')).toHaveLength(1);
});

test('a task that was cut short by a kill goes on after the next start, and nothing is sent twice', async () => {
  const invoices = Array.from({ length: 12 }, anInvoiceAndItsUser);
  const { headers } = anInvoiceAndItsUser();
  const url = (origin: string) => `${origin}/${lime.database}/limepkg-billecta-integration/tasks`;
  const disputes = () => billecta.calls.filter((call) => call.operation === 'dispute');
  const first = start(complete());
  const origin = await listening(first);
  billecta.fault({ kind: 'slow', ms: 200, operation: 'dispute' });
  const body = JSON.stringify({ command: 'dispute', invoiceIds: invoices.map(({ limeId }) => limeId) });
  const answer = await fetch(url(origin), { method: 'POST', headers, body });
  const { taskId } = (await answer.json()) as { taskId: string };
  while (disputes().length < 5) await new Promise(setImmediate);
  first.kill('SIGKILL');
  await once(first, 'exit');

  const file = new Database(join(folder, 'sub/process.db'));
  const inHand = file.prepare("update task_item set lease_until = '' where lease_token is not null").run();
  file.close();
  expect(inHand.changes).toBeGreaterThan(0);
  const again = await listening(start(complete()));
  for (;;) {
    const task = (await (await fetch(`${url(again)}/${taskId}`, { headers })).json()) as {
      counts: { done: number };
    };
    if (task.counts.done === 12) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(disputes()).toHaveLength(12);
});

test('a full disk: 503 with Retry-After, and everything acknowledged is there when there is room again', async () => {
  const post = (origin: string, n: number) =>
    fetch(`${origin}/${lime.database}/limepkg-billecta-integration/billecta-webhook-receiver`, {
      method: 'POST',
      headers: { 'x-api-key': 'the-webhook-key-of-the-test' },
      body: JSON.stringify({
        Event: 'DebtorUpdated',
        Data: { DebtorPublicId: `d-${n}`, notes: 'x'.repeat(50_000) },
      }),
    });
  const first = start(complete(), 1792);
  const origin = await listening(first);
  const acknowledged: string[] = [];
  let answer = await post(origin, 0);
  for (let n = 1; answer.status === 200 && n < 200; n += 1) {
    acknowledged.push(((await answer.json()) as { id: string }).id);
    answer = await post(origin, n);
  }
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  first.kill('SIGTERM');
  expect((await once(first, 'exit'))[0]).toBe(0);

  const again = await listening(start(complete()));
  expect((await post(again, 999)).status).toBe(200);
  const file = new Database(join(folder, 'sub/process.db'), { readonly: true });
  const stored = file.prepare('select id from inbox').pluck().all().map(String);
  file.close();
  expect(acknowledged.length).toBeGreaterThan(3);
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
});
