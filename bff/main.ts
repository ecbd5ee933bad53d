import type { Server } from 'node:http';
import pino from 'pino';
import { compose } from './compose.ts';
import { type Config, ConfigFault, readConfig } from './config.ts';
import { serverOf } from './http/node-server.ts';

/** How long requests under way may take to finish when the service stops, ms. */
const grace = 12_000;

/** Lines are written some at a time, and none waits longer than this, ms; what is left is written at the end. */
const gathered = { minLength: 16_383, periodicFlush: 100, sync: false };

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(gathered));
  const service = await compose(config, log);
  const server = serverOf(service.app);

  let stopped: Promise<void> | undefined;
  const stop = (signal: string) => {
    stopped ??= (async () => {
      log.info({ signal }, 'stopping');
      service.beginStop();
      await close(server);
      await service.stop();
      log.info('stopped');
    })();
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
  log.info({ address: server.address(), database: config.lime.database }, 'listening');
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Takes no new requests, lets those under way finish, and ends what has not finished within the grace. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const overdue = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(overdue);
      resolve();
    });
  });
}

try {
  await main(readConfig(process.env));
} catch (error) {
  const message = error instanceof ConfigFault ? error.message : `The service cannot start: ${String(error)}`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
