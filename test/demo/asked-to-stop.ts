/** How often to look whether the parent is still there, ms. */
const lookEvery = 200;

/**
 * Resolves when the process is asked to stop: by a signal, or because the parent has gone. The shell between npm and
 * us takes the signal that npm passes on, and tells us nothing of it.
 */
export function askedToStop(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.ppid !== parent) stop();
    }, lookEvery);
    const stop = () => {
      clearInterval(watch);
      resolve();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
