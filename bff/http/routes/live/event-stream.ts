/** The largest backlog of a reader, bytes. */
const waitingAtMost = 256 * 1024;

/** The connection that a stream goes out on. */
interface Connection {
  destroy(): unknown;
}

/**
 * A stream of server-sent events whose reader's slowness costs no more than 256 KiB. A reader that lets more wait, or
 * consumes nothing from one beat to the next while something waits, is cut off; its page opens another stream.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #encoder = new TextEncoder();
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #written = 0;
  #takenAtBeat = -1;
  #onRoom: (() => void) | undefined;

  /** @param onLeft - called when the reader is gone */
  constructor(
    private readonly connection: Connection,
    onLeft: () => void,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#onRoom?.(),
        cancel: () => {
          this.#controller = undefined;
          this.#onRoom?.();
          onLeft();
        },
      },
      { highWaterMark: waitingAtMost, size: ({ byteLength }) => byteLength },
    );
  }

  /** Sends an event; nothing when the stream has ended. */
  send(event: string, data: unknown): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Sends lines as they are. */
  write(text: string): void {
    if (!this.#controller) return;
    const bytes = this.#encoder.encode(text);
    this.#written += bytes.byteLength;
    this.#controller.enqueue(bytes);
    if (this.#waiting > waitingAtMost) this.connection.destroy();
  }

  /** Resolves when at most half of what may wait does, or the stream has ended. */
  async room(): Promise<void> {
    while (this.#controller && this.#waiting > waitingAtMost / 2)
      await new Promise<void>((resolve) => {
        this.#onRoom = resolve;
      });
  }

  /**
   * Shows both ends and the proxies between that the stream is alive, and cuts off a reader that has consumed nothing since the last beat.
   */
  beat(): void {
    const drained = this.#written - this.#waiting;
    if (this.isHeldUp && drained === this.#takenAtBeat) this.connection.destroy();
    this.#takenAtBeat = drained;
    this.send('beat', {});
  }

  /** Whether the reader has not consumed the sent bytes yet. */
  get isHeldUp(): boolean {
    return this.#waiting > 0;
  }

  /** Ends it; what waits is still sent. */
  end(): void {
    this.#controller?.close();
    this.#controller = undefined;
  }

  /** Bytes that the reader has not consumed yet. */
  get #waiting(): number {
    return this.#controller ? waitingAtMost - (this.#controller.desiredSize ?? 0) : 0;
  }
}
