import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from '../app.ts';

/**
 * Longer than proxies keep their connections (60 s mostly), so that they close first and no request meets a closed one,
 * ms.
 */
const keepAlive = 75_000;

/** Used where an HTTP/1.0 client, such as a health check, names no host. Nothing depends on it. */
const hostname = 'localhost';

/** The service as a node server, not listening yet. */
export function serverOf(app: Pick<App, 'fetch'>): Server {
  const server = createServer(getRequestListener(app.fetch, { hostname }));
  server.keepAliveTimeout = keepAlive;
  // Node measures it from the last answer on; below `keepAlive` it would close connections that are kept open.
  server.headersTimeout = keepAlive + 1_000;
  return server;
}

/**
 * Accepts no new requests, lets those under way finish, and ends those that have not finished within the grace. A
 * connection that is kept alive is closed as soon as it is idle.
 *
 * @param grace - ms
 */
export function closeServer(server: Server, grace: number): Promise<void> {
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
