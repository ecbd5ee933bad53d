/** A body in full, or the beginning of one that is larger than it may be. */
export type Body = { kind: 'whole'; bytes: Buffer } | { kind: 'too-large'; head: string };

/** What is kept of a body that is not read in full, bytes. */
const headSize = 4 * 1024;

/**
 * Reads a body of at most `limit` bytes. A declared length is believed, since the HTTP parser holds the sender to it;
 * only a chunked body is counted.
 *
 * @param declared - the `Content-Length`; undefined of a chunked body
 */
export async function readBody(request: Request, declared: string | undefined, limit: number): Promise<Body> {
  if (declared === undefined) return readCounting(request, limit);
  if (Number(declared) <= limit) return { kind: 'whole', bytes: Buffer.from(await request.arrayBuffer()) };
  return { kind: 'too-large', head: await readHead(request) };
}

/** The first 4 KiB of a body that nobody has read. */
export async function readHead(request: Request): Promise<string> {
  const body = await readCounting(request, headSize);
  return body.kind === 'whole' ? body.bytes.toString('utf8') : body.head;
}

async function readCounting(request: Request, limit: number): Promise<Body> {
  if (!request.body) return { kind: 'whole', bytes: Buffer.alloc(0) };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limit) {
      return { kind: 'too-large', head: Buffer.concat(chunks).subarray(0, headSize).toString('utf8') };
    }
  }
  return { kind: 'whole', bytes: Buffer.concat(chunks) };
}
