import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Takes webhooks in the service's place and keeps their exact bytes. */
export interface Recorder {
  url: string;
  /** What has come since it was last asked, the oldest first. */
  take(): Buffer[];
  close(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const recorded: Buffer[] = [];
  const server = createServer(async (incoming, outgoing) => {
    recorded.push(await buffer(incoming));
    outgoing.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    take: () => recorded.splice(0),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
