import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/bff/main.js', import.meta.url));

/** pino's number for errors; what is less, such as faults that are tried out, the pages tell in words. */
const error = 50;

/** The built service, running as it does for a customer. */
export interface BffProcess {
  origin: string;
  /** Resolves when it has ended, however that came. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the service and waits until it listens. Its errors go to standard error. */
export async function startBff(environment: Record<string, string>): Promise<BffProcess> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const port = await Promise.race([
    listening(child),
    ended.then(() => {
      throw new Error('The service could not be started.');
    }),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('The service has no output.'));
    createInterface(child.stdout).on('line', (line) => {
      const entry = JSON.parse(line) as { level: number; msg: string; address?: { port: number } };
      if (entry.msg === 'listening' && entry.address) resolve(entry.address.port);
      if (entry.level >= error) process.stderr.write(`${line}\n`);
    });
  });
}
