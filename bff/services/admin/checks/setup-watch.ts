import { setTimeout as sleep } from 'node:timers/promises';
import type { Checks } from '../../../contract/admin/checks.ts';
import type { Context } from '../../shared/context.ts';
import { runChecks } from './run-checks.ts';
import { setupFaults } from './setup-faults.ts';

/** How long what was found stands, and until those are asked again that did not answer, ms. */
const stands = 60_000;

/** Whether everything is set up, and what is wrong, one plain line each. */
export interface SetupFound extends Checks {
  faults: readonly string[];
}

/** Looks whether everything is set up as it must be, not oftener than once a minute, whoever asks. */
export class SetupWatch {
  #last: { at: number; found: Promise<SetupFound> } | undefined;
  readonly #named = new Set<string>();

  constructor(private readonly context: Context) {}

  /** What was found within the last minute; otherwise Billecta and Lime are asked now. */
  now(): Promise<SetupFound> {
    const at = performance.now();
    if (this.#last && at - this.#last.at < stands) return this.#last.found;
    const found = look(this.context);
    this.#last = { at, found };
    found.catch(() => {
      this.#last = undefined;
    });
    return found;
  }

  /**
   * Names in the log what is wrong, a line each. Whoever does not answer is asked again until they do: they may start
   * later than the service.
   */
  async nameFaults(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const { checks, faults } = await this.now();
      for (const fault of faults.filter((each) => !this.#named.has(each))) {
        this.#named.add(fault);
        this.context.log.warn({}, fault);
      }
      if (checks.every(({ id, state }) => state !== 'unknown' || id === 'lime-rights')) {
        if (faults.length === 0) this.context.log.info({}, 'the set-up is complete');
        return;
      }
      await sleep(stands, undefined, { signal: stopping, ref: false }).catch(() => undefined);
    }
  }
}

async function look(context: Context): Promise<SetupFound> {
  const checks = await runChecks(context);
  return { ...checks, faults: setupFaults(checks.checks) };
}
