import type { Worker } from 'node:worker_threads';
import type { Delivery, IntakeResult } from '../../../services/ports/intake.ts';
import type { DeliveryParser } from '../../dialect.ts';
import type { IntakeFailure } from '../../webhooks/intake-failure.ts';
import { startThread } from '../start-thread.ts';
import type { Question, Reply } from './messages.ts';

/** The events of a moment, as they came and read, MB. */
const young = 4;

interface Waiting {
  resolve(results: Array<IntakeResult | IntakeFailure>): void;
  reject(error: Error): void;
}

/**
 * The main thread's client of the thread that reads webhooks and puts them on disk. Should that thread die in the
 * middle of its work, the process dies with it: acknowledged events are on disk, and the supervisor restarts the
 * service.
 */
export class IntakeThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #failure: Error | undefined;

  constructor(file: string, { script, workerData }: DeliveryParser['worker']) {
    this.#worker = startThread(script, { file, workerData }, young);
    this.#worker.on('message', (reply: Reply) => this.#receive(reply));
    this.#worker.on('error', (error) => {
      this.#fail(error);
      throw error;
    });
    this.#worker.on('exit', () => this.#fail(new Error('The database has been closed')));
  }

  /** @throws SQLite's error, with its `code` */
  async accept(deliveries: readonly Delivery[]): Promise<Array<IntakeResult | IntakeFailure>> {
    return this.#ask(deliveries, deliveries.flatMap(ownMemory));
  }

  async close(): Promise<void> {
    await this.#ask(null, []);
    await this.#worker.terminate();
  }

  #ask(
    deliveries: Question['deliveries'],
    given: readonly ArrayBuffer[],
  ): Promise<Array<IntakeResult | IntakeFailure>> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#asked += 1;
    const question: Question = { id: this.#asked, deliveries };
    this.#worker.postMessage(question, given);
    return new Promise((resolve, reject) => this.#waiting.set(question.id, { resolve, reject }));
  }

  #receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.results);
    else waiting?.reject(Object.assign(new Error(reply.message), { code: reply.code }));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

/** The memory of a body that shares it with nothing else, so that it can be given away rather than copied. */
function ownMemory({ bytes }: Delivery): ArrayBuffer[] {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
