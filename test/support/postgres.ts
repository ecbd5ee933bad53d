import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadEmbeddedPostgres } from './embedded-postgres.ts';
import { freePort } from './free-port.ts';

const host = '127.0.0.1';
const user = 'postgres';
const password = 'postgres';

/** A PostgreSQL server of our own, on 127.0.0.1, its data in the folder for temporary files. */
export interface Postgres {
  /** `postgres://…` of the server's own database; good for looking, not for tests. */
  url: string;
  /**
   * @param name - default one that nobody has
   * @returns `postgres://…` of a fresh and empty database
   */
  createDatabase(name?: string): Promise<string>;
  /** Ends the server and starts it again: `fast`, as somebody who upgrades it does, or as if it had crashed. */
  restart(how: 'fast' | 'crash'): Promise<void>;
  /** Cuts every connection, ends the server and removes its data. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Flush every commit to disk, as for a customer. Off by default: a suite outlives no power cut. */
  durable?: boolean;
}

/** Starts PostgreSQL, as an ordinary user or as root. @throws with what the server said when it cannot start */
export async function startPostgres({ durable = false }: PostgresOptions = {}): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'billecta-postgres-'));
  const said: string[] = [];
  const say = (message: unknown) => void said.push(String(message));
  const port = await freePort();
  const { EmbeddedPostgres, remove } = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [...settings, ...(durable ? [] : hasty)].flatMap((setting) => ['-c', setting]),
    onLog: say,
    onError: say,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await Promise.all([rm(folder, { recursive: true, force: true }), remove()]);
    throw new Error(`PostgreSQL cannot start:\n${said.join('')}`, { cause });
  }

  const urlOf = (database: string) => `postgres://${user}:${password}@${host}:${port}/${database}`;
  return {
    url: urlOf('postgres'),
    async createDatabase(name = `test_${randomUUID().replaceAll('-', '')}`) {
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      try {
        await client.query(`create database ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
      return urlOf(name);
    },
    async restart(how) {
      const file = join(folder, 'postmaster.pid');
      const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
      process.kill(pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      while (isRunning(pid)) await sleep(10);
      await rm(file, { force: true });
      await server.start();
    },
    async stop() {
      await server.stop();
      await remove();
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const settings = [`listen_addresses=${host}`, 'unix_socket_directories=', 'max_connections=200'];

const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
