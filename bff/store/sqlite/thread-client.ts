import type { Worker } from 'node:worker_threads';
import type { Kind, Reply, Requests } from './messages.ts';
import { startThread } from './start-thread.ts';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * The thread that holds a SQLite file, as those see it who ask it for something. Should it die in the middle of its
 * work, the process dies with it: what was acknowledged is on disk, and whoever watches over the service starts it anew.
 */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #failure: Error | undefined;
  #opened = false;

  constructor(file: string) {
    this.#worker = startThread('sqlite-thread', file);
    this.#worker.on('message', (reply: Reply) => this.#take(reply));
    this.#worker.on('error', (error) => {
      this.#fail(error);
      if (this.#opened) throw error;
    });
    this.#worker.on('exit', () => this.#fail(new Error('The database has been closed')));
  }

  /** @throws what SQLite said, with its `code` */
  ask<K extends Kind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer']> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.postMessage({ id, kind, ask });
    return answer as Promise<Requests[K]['answer']>;
  }

  async close(): Promise<void> {
    await this.ask('close', null);
    await this.#worker.terminate();
  }

  #take(reply: Reply): void {
    this.#opened = true;
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.answer);
    else waiting?.reject(Object.assign(new Error(reply.message), { code: reply.code }));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
