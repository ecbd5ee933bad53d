import pino from 'pino';

/** Lines are written some at a time, and none waits longer than this, ms. */
const gathered = { minLength: 16_383, periodicFlush: 100, sync: false };

/** Lines that wait to be written, bytes; more of them are dropped. */
const waitingAtMost = 4_000_000;

/** How long the last lines may take, ms. */
const lastLines = 1_000;

type Destination = ReturnType<typeof pino.destination>;

/** Where the log goes. */
export interface LogOutput {
  destination: Destination;
  /** Writes what is left, if that can be done in a moment. Nothing that is logged afterwards is sure to be written. */
  end(): Promise<void>;
}

/**
 * Standard output, as an aid that harms nobody: when it cannot be written (full disk, reader gone, terminal closed) that
 * is said once on standard error, lines are dropped meanwhile, and all else goes on, the end of the process included.
 */
export function openLogOutput(): LogOutput {
  const destination = pino.destination({ ...gathered, maxLength: waitingAtMost });
  // By default, what is left is written at exit, again and again until it succeeds, while nothing else can run.
  destination.flushSync = () => undefined;
  process.stderr.on('error', () => undefined);
  let reported = false;
  destination.on('error', (error: Error) => {
    if (reported) return;
    reported = true;
    process.stderr.write(`The log cannot be written (${error.message}); the service goes on without it.\n`);
  });
  return {
    destination,
    end: () =>
      new Promise((resolve) => {
        setTimeout(resolve, lastLines);
        destination.flush(() => resolve());
      }),
  };
}
