/** Answers longer than this are not read to their end, bytes. */
export const longestAnswer = { billecta: 2 * 1024 * 1024, lime: 8 * 1024 * 1024 } as const;

/**
 * Reads a body to its end, or closes its connection as soon as it is longer than `most`.
 *
 * @param most - bytes
 * @returns the text; null when it is too long
 * @throws the body's error when it breaks off
 */
export async function textUpTo(body: AsyncIterable<Buffer>, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop destroys the body, and its connection with it.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
