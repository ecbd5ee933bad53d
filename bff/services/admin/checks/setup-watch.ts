import { setTimeout as sleep } from 'node:timers/promises';
import type { Checks } from '../../../contract/admin/checks.ts';
import type { Context } from '../../shared/context.ts';
import { runChecks } from './run-checks.ts';
import { setupFaults } from './setup-faults.ts';

/** How long a result is reused, and how long until a system that did not answer is asked again, ms. */
const stands = 60_000;

/** Whether everything is set up, and the faults, one plain line each. */
export interface SetupFound extends Checks {
  faults: readonly string[];
}

/** Checks the set-up, at most once a minute over all callers. */
export class SetupWatch {
  #last: { at: number; found: Promise<SetupFound> } | undefined;
  readonly #named = new Set<string>();

  constructor(private readonly context: Context) {}

  /** The result of the last minute; otherwise asks Billecta and Lime now. */
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
   * Logs the faults, a line each. Asks a system that does not answer again until it does: it may start later than the
   * service.
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
