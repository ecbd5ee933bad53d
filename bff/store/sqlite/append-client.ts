import type { Worker } from 'node:worker_threads';
import type { Arrival, Receipt } from '../dialect.ts';
import type { Question, Reply } from './messages.ts';
import { startThread } from './start-thread.ts';

interface Waiting {
  resolve(receipts: Receipt[]): void;
  reject(error: Error): void;
}

/**
 * The thread that puts events on disk, as those see it who ask it to. Should it die in the middle of its work, the
 * process dies with it: what was acknowledged is on disk, and whoever watches over the service starts it anew.
 */
export class AppendThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #failure: Error | undefined;

  constructor(file: string) {
    this.#worker = startThread('append-thread', file);
    this.#worker.on('message', (reply: Reply) => this.#take(reply));
    this.#worker.on('error', (error) => {
      this.#fail(error);
      throw error;
    });
    this.#worker.on('exit', () => this.#fail(new Error('The database has been closed')));
  }

  /** @throws what SQLite said, with its `code` */
  append(arrivals: readonly Arrival[]): Promise<Receipt[]> {
    return this.#ask(arrivals);
  }

  async close(): Promise<void> {
    await this.#ask(null);
    await this.#worker.terminate();
  }

  #ask(arrivals: Question['arrivals']): Promise<Receipt[]> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#asked += 1;
    const question: Question = { id: this.#asked, arrivals };
    this.#worker.postMessage(question);
    return new Promise((resolve, reject) => this.#waiting.set(question.id, { resolve, reject }));
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.receipts);
    else waiting?.reject(Object.assign(new Error(reply.message), { code: reply.code }));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
