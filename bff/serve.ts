import type { Server } from 'node:http';
import pino, { type Logger } from 'pino';
import { compose } from './compose.ts';
import { type Config, readConfig } from './config/config.ts';
import { secretsOf } from './config/secrets.ts';
import { hiding } from './domain/text/hide.ts';
import { openLogOutput } from './process/log-output.ts';
import { closeServer, serverOf } from './process/node-server.ts';

/** How long requests under way may take to finish when the service stops, ms. */
const grace = 12_000;

/** The time limit of the whole stop, ms. */
const longestStop = 25_000;

async function main(config: Config, log: Logger): Promise<void> {
  const service = await compose(config, log);
  const server = serverOf(service.app);

  let stopped: Promise<void> | undefined;
  const stop = (signal: string) => {
    stopped ??= (async () => {
      log.info({ signal }, 'stopping');
      setTimeout(() => void exit(1, 'stopped before everything was finished'), longestStop).unref();
      service.beginStop();
      await closeServer(server, grace);
      await service.stop();
      await exit(0, 'stopped');
    })().catch((error: unknown) => die(error));
    return stopped;
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  try {
    await listen(server, config);
  } catch (error) {
    await service.stop();
    throw error;
  }
  server.on('error', (err) => log.error({ err }, 'the server has trouble'));
  log.info({ address: server.address(), database: config.lime.database }, 'listening');
  for (const line of config.unknownVariables) log.warn(line);
  void service.checkSetup();
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: Error & { code?: string }) => {
      const name = cause.code === 'EADDRINUSE' || cause.code === 'EACCES' ? 'PORT' : 'HOST';
      reject(new Error(`${name}: cannot listen on ${host}:${port}: ${cause.message}`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

const output = openLogOutput();
let log: Logger | undefined;

/** Ends the process, even with work under way. */
async function exit(code: number, message: string): Promise<void> {
  if (code === 0) log?.info(message);
  else log?.fatal(message);
  await output.end();
  process.exit(code);
}

/** An unforeseen error ends the process; its supervisor restarts it. */
async function die(err: unknown): Promise<void> {
  log?.fatal({ err }, 'an unforeseen error ends the service');
  await output.end();
  process.exit(1);
}

try {
  const config = readConfig(process.env);
  const hooks = { streamWrite: hiding(secretsOf(config)) };
  log = pino({ level: config.logLevel, hooks }, output.destination);
  process.on('uncaughtException', (error) => void die(error));
  process.on('unhandledRejection', (error) => void die(error));
  await main(config, log);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(log ? `The service cannot start: ${message}\n` : `${message}\n`);
  await output.end();
  process.exit(1);
}
