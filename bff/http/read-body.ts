import { Fault } from '../services/fault.ts';

/**
 * Reads a body of at most `limit` bytes. A declared length is believed, since the HTTP parser holds the sender to it;
 * only a chunked body is counted.
 *
 * @throws Fault `too-large`
 */
export async function readBody(request: Request, limit: number): Promise<string> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    if (Number(declared) > limit) throw tooLarge(limit);
    return request.text();
  }
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const tooLarge = (limit: number) => new Fault('too-large', `The body is larger than ${limit / 1024} KiB.`);
