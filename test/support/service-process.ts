import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';

export type Environment = Readonly<Record<string, string>>;

/** A service of ours that runs as a process of its own, with nowhere to write its log to. */
export interface ServiceProcess {
  pid: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end. @returns its exit code */
  stop(): Promise<number | null>;
  /**
   * Asks until it answers `path` with 200.
   *
   * @throws what it wrote to standard error when it ended instead, or was not ready within 30 s
   */
  ready(path?: string): Promise<void>;
}

/** @param args - for node; @param environment - `PORT` is where it will listen, on 127.0.0.1 */
export function startService(args: readonly string[], environment: Environment): ServiceProcess {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  endWithUs(child);
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  if (!child.pid) throw new Error('The process cannot be started');
  const end = async (signal: NodeJS.Signals) => {
    if (running(child)) child.kill(signal);
    return (await ended)[0];
  };
  return {
    pid: child.pid,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async ready(path = '/readyz') {
      const deadline = AbortSignal.timeout(30_000);
      while (!(await answers(`http://127.0.0.1:${environment.PORT}${path}`, deadline))) {
        if (!running(child)) throw new Error(`The process has ended: ${complaints}`);
        deadline.throwIfAborted();
        await sleep(3);
      }
    },
  };
}

const running = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url, { signal, reset: true });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}

/** Nothing that we started may outlive us. */
function endWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}
