import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a thread holds for a moment, MB: one takes in a batch after the other, the other nothing to speak of. */
const young = { 'append-thread': 4, 'checkpoint-thread': 1 };

/** Starts the thread of this name, whose script lies beside this one, whether it is built or not. */
export function startThread(name: keyof typeof young, workerData: unknown): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: young[name] };
  const script = new URL(`${name}${extname(import.meta.url)}`, import.meta.url);
  return new Worker(script, { workerData, resourceLimits });
}
