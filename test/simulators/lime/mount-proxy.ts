import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * The reverse proxy that puts the BFF on the Lime origin. Headers pass unchanged, `Host` included; bodies are
 * piped both ways, so that server-sent events arrive one by one; a client that goes away takes the upstream
 * request with it. Without a BFF the answer is 502.
 */
export class MountProxy {
  #target: URL | undefined;

  constructor(target?: string) {
    if (target) this.to(target);
  }

  /** Sends everything from now on to this origin. */
  to(origin: string): void {
    this.#target = new URL(origin);
  }

  forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (!this.#target) {
      badGateway(outgoing);
      return;
    }
    const { hostname, port } = this.#target;
    const { method, url: path } = incoming;
    const headers = forwardedHeaders(incoming);
    // A connection of its own for each request: a BFF that was restarted never meets a stale one.
    const upstream = request({ hostname, port, method, path, headers, agent: false });
    upstream.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, endToEnd(response.headers));
      outgoing.flushHeaders();
      response.pipe(outgoing);
      response.on('error', () => outgoing.destroy());
    });
    upstream.on('error', () => fail(outgoing));
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  }
}

type Headers = NodeJS.Dict<string | string[]>;

const endToEnd = ({ connection: _, 'keep-alive': __, ...headers }: Headers): Headers => headers;

function forwardedHeaders(incoming: IncomingMessage): Headers {
  return {
    ...endToEnd(incoming.headers),
    'x-forwarded-for': incoming.socket.remoteAddress,
    'x-forwarded-host': incoming.headers.host,
    'x-forwarded-proto': 'http',
  };
}

function fail(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy();
  else if (!outgoing.destroyed) badGateway(outgoing);
}

function badGateway(outgoing: ServerResponse): void {
  outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('Bad gateway');
}
