import { setMaxListeners } from 'node:events';

/**
 * A signal that aborts after a time. Unlike `AbortSignal.timeout`, its timer references it, so that no garbage
 * collection on Node 20 can drop the time-out. It does not keep the process alive.
 *
 * @param ms - until it aborts, with a `TimeoutError`
 */
export function deadlineIn(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(timedOut()), ms).unref();
  return controller.signal;
}

/**
 * Runs work under a signal that aborts with the first of `signals`, or after `ms`. Unlike `AbortSignal.any`, it leaves
 * nothing on `signals` when the work has ended.
 *
 * @param ms - time limit of the work; null for none
 * @returns what the work returns; its errors pass through
 */
export async function within<T>(
  signals: readonly AbortSignal[],
  ms: number | null,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort(signals.find(({ aborted }) => aborted)?.reason);
  const timer = ms === null ? undefined : setTimeout(() => controller.abort(timedOut()), ms);
  timer?.unref();
  // Concurrent calls share a signal; each removes its listener again, so that many are no leak.
  setMaxListeners(0, controller.signal, ...signals);
  for (const signal of signals) signal.addEventListener('abort', abort, { once: true });
  if (signals.some(({ aborted }) => aborted)) abort();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', abort);
  }
}

const timedOut = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
