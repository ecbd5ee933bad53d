import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../support/random.ts';
import { type Environment, type ServiceProcess, startService } from '../support/service-process.ts';
import type { Receipts } from './receipts.ts';

/** ms between an acknowledgement and death; often none, since what has just been promised is what is easiest lost. */
const waits = [0, 0, 0, 2, 5, 10, 30];

/** The service as a process of its own that is killed and started again on the same port and database. */
export class MortalBff {
  #process: ServiceProcess;

  constructor(
    private readonly main: string,
    private readonly environment: Environment,
  ) {
    this.#process = this.#start();
  }

  /** Kills it so often, at any moment: while it stores, while it applies, while it starts. */
  async die(times: number, receipts: Receipts, random: Random): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      if (random.chance(0.8)) {
        await this.#process.ready();
        await receipts.more(1 + random.below(120));
        const wait = random.pick(waits);
        if (wait > 0) await sleep(wait);
      } else {
        await sleep(random.below(600));
      }
      await this.#process.kill();
      this.#process = this.#start();
    }
    await this.#process.ready();
  }

  stop(): Promise<number | null> {
    return this.#process.stop();
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }

  #start(): ServiceProcess {
    return startService([this.main], this.environment);
  }
}
