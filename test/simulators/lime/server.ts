import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** A server on 127.0.0.1 and the port it got. */
export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function listen(handler: Handler, port: number): Promise<Listening> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** Open streams would keep the server up for ever, so they are cut. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
