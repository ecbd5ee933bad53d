import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Keeps a thread's share of memory small: it holds one batch at a time. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Starts the thread of this name, whose script lies beside this one, whether it is built or not. */
export function startThread(name: 'append-thread' | 'checkpoint-thread', workerData: unknown): Worker {
  const script = new URL(`${name}${extname(import.meta.url)}`, import.meta.url);
  return new Worker(script, { workerData, resourceLimits });
}
