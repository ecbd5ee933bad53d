import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** The service as a process of its own. Lime and Billecta are not there; its database is. */
export interface AProcess {
  child: ChildProcess;
  /** What it has said on standard error so far. */
  complaints(): string;
  /** The lines of its log so far. */
  lines: Array<Record<string, unknown>>;
  /** Resolves with its address. @throws what it said, when it ended instead */
  listening(): Promise<string>;
  /** Resolves with its exit code. */
  ended(): Promise<number | null>;
}

export interface ProcessOptions {
  environment?: Record<string, string>;
  /** Where its log goes, in the words of a shell; default: to `lines`. */
  output?: string;
  /** KiB that any of its files may grow to, as on a disk that fills up. */
  largestFile?: number;
  /** Scripts that run before the service does. */
  before?: readonly string[];
  /** Whether nobody reads its log. */
  unread?: boolean;
}

/** A folder of the test's own. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'billecta-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param databaseUrl - `DATABASE_URL`; its log goes to `lines` when nothing else is said */
export function aProcess(databaseUrl: string, options: ProcessOptions = {}): AProcess {
  const { environment = {}, output = '', largestFile = 'unlimited', before = [], unread = false } = options;
  const imports = before.map((script) => `--import ${script}`).join(' ');
  const command = `ulimit -f ${largestFile}; exec "${process.execPath}" ${imports} "${inject('program')}" ${output}`;
  const child = spawn('bash', ['-c', command], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...complete, DATABASE_URL: databaseUrl, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const lines: AProcess['lines'] = [];
  if (!unread)
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{')) lines.push(JSON.parse(line));
    });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  return {
    child,
    complaints: () => said,
    lines,
    async listening() {
      for (;;) {
        const line = lines.find(({ msg }) => msg === 'listening');
        if (line) return `http://127.0.0.1:${(line.address as { port: number }).port}`;
        if (child.exitCode !== null) throw new Error(`The process has ended: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    ended: async () => (await exit)[0],
  };
}

/** Nothing listens on these ports. */
const complete = {
  LIME_URL: 'http://127.0.0.1:9/acme',
  LIME_API_KEY: 'a-key-of-the-tests',
  BILLECTA_URL: 'http://127.0.0.1:9',
  BILLECTA_AUTHORIZATION: 'SecureToken dGVzdHM=',
  WEBHOOK_API_KEYS: 'test:a-webhook-key-of-the-tests',
  PORT: '0',
};

/** Sends a webhook. */
export const postWebhook = (origin: string, id: string, filling = '') =>
  fetch(`${origin}/acme/limepkg-billecta-integration/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': 'a-webhook-key-of-the-tests', 'content-type': 'application/json' },
    body: JSON.stringify({ Event: 'DebtorUpdated', Data: { DebtorPublicId: id, notes: filling } }),
  });
