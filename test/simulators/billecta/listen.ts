import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ApiEnv } from './api/endpoint.ts';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the app on 127.0.0.1; closing cuts every connection. */
export async function listen(app: Hono<ApiEnv>, port: number): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch as Parameters<typeof getRequestListener>[0]));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
