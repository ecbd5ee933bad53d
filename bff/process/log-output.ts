import pino from 'pino';

/** Lines are written in batches, and none waits longer than this, ms. */
const gathered = { minLength: 16_383, periodicFlush: 100, sync: false };

/** The largest backlog of lines, bytes; more lines are dropped. */
const waitingAtMost = 4_000_000;

/** The time limit of the last lines at exit, ms. */
const lastLines = 1_000;

type Destination = ReturnType<typeof pino.destination>;

/** The log's destination. */
export interface LogOutput {
  destination: Destination;
  /** Writes the backlog within a moment, if possible. Lines that are logged afterwards may be lost. */
  end(): Promise<void>;
}

/**
 * Standard output whose failure harms nothing else: when it cannot be written (full disk, reader gone, terminal
 * closed), reports that once on standard error and drops lines meanwhile; all else goes on, the end of the process
 * included.
 */
export function openLogOutput(): LogOutput {
  const destination = pino.destination({ ...gathered, maxLength: waitingAtMost });
  // By default, the backlog is written at exit, again and again until it succeeds, which blocks everything else.
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
