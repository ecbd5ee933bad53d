import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread.
 *
 * @param young - memory for its short-lived objects, MB
 */
export const startThread = (script: URL, workerData: unknown, young: number): Worker =>
  new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: young } });

/** The script of this name that lies beside a module, whether that is built or not. */
export const scriptBeside = (module: string, name: string): URL =>
  new URL(`${name}${extname(module)}`, module);
