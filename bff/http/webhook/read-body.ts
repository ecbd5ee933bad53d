import type { IncomingMessage } from 'node:http';
import { Fault } from '../../services/shared/fault.ts';

/** A body in full, or the beginning of one that is larger than it may be. */
export type Body = { kind: 'whole'; bytes: Buffer } | { kind: 'too-large'; head: string };

/** How much is kept of a body that is not read in full, bytes. */
const headSize = 4 * 1024;

/**
 * Reads a body of at most `limit` bytes, as node gives it: through a `Request` every body would be copied again. A
 * declared length is believed, since the HTTP parser enforces it; of a body that is too large, declared or counted, the
 * rest stays unread.
 *
 * @throws Fault `invalid-request` when the connection ends before the body does
 */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Body> {
  const declared = Number(incoming.headers['content-length'] ?? 0);
  return read(incoming, declared > limit ? headSize : limit);
}

/** The first 4 KiB of an unread body. */
export async function readHead(incoming: IncomingMessage): Promise<string> {
  const body = await read(incoming, headSize);
  return body.kind === 'whole' ? body.bytes.toString() : body.head;
}

function read(incoming: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const append = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size <= limit) return;
      incoming.off('data', append).pause();
      resolve({ kind: 'too-large', head: joined(chunks).toString('utf8', 0, headSize) });
    };
    incoming
      .on('data', append)
      .once('end', () => resolve({ kind: 'whole', bytes: joined(chunks) }))
      // The missing end reports the error: the request closes in any case.
      .on('error', () => undefined)
      .once('close', () => {
        if (!incoming.readableEnded)
          reject(new Fault('invalid-request', 'The connection ended before the body did.'));
      });
  });
}

/** Most come in one piece. Its memory is its own, so that it can be given away. */
const joined = (chunks: readonly Buffer[]): Buffer => {
  const [only, ...others] = chunks;
  return only && others.length === 0 ? only : Buffer.concat(chunks);
};
