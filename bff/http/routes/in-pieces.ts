/**
 * A body that is made while it is read, no faster than its reader consumes it. The first piece is made at once, so that
 * an error there is answered as a problem; later the connection is cut, and the file is seen to be incomplete.
 */
export async function inPieces(texts: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next = await texts.next();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(encoder.encode(next.value));
      next = await texts.next();
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
