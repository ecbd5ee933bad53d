import type { TestDatabase } from '../support/databases.ts';
import { seeded } from '../support/random.ts';
import { MortalBff } from './mortal-bff.ts';
import { Outbox } from './outbox.ts';
import { Receipts } from './receipts.ts';
import { sendAll } from './sender.ts';
import { startSetting } from './setting.ts';
import { stream } from './stream.ts';
import { type Truth, truthInBillecta } from './truth.ts';

const connections = 8;

export interface StormOptions {
  /** The built service. */
  main: string;
  database: TestDatabase;
  kills: number;
  seed: number;
}

/** A storm that is ready to break loose. */
export interface Storm {
  /** Resolves when the service has died for the last time and all mail has been answered. */
  blow(): Promise<void>;
  receipts: Receipts;
  /** Every invoice, as it is in Billecta now. */
  truths(): ReadonlyMap<string, Truth>;
  /** @returns the service's exit code */
  stop(): Promise<number | null>;
  /** Ends everything at once, also in the middle of the storm. */
  close(): Promise<void>;
}

/** A mixed stream of webhooks from several connections, to a service that is killed again and again. */
export async function startStorm({ main, database, kills, seed }: StormOptions): Promise<Storm> {
  const random = seeded(seed);
  const setting = await startSetting(database.url, random);
  const bff = new MortalBff(main, setting.environment);
  const outbox = new Outbox(random);
  const receipts = new Receipts();
  let over = false;

  const blow = async (): Promise<void> => {
    const mail = Promise.all([
      stream(outbox, { ...setting, random }, () => over),
      ...Array.from({ length: connections }, () => sendAll(outbox, receipts, setting.receiver, () => over)),
    ]);
    await Promise.race([bff.die(kills, receipts, random), mail]);
    over = true;
    await mail;
    await setting.billecta.idle();
  };
  return {
    blow,
    receipts,
    truths: () => new Map(setting.lives.all.map((id) => [id, truthInBillecta(setting.billecta, id)])),
    stop: () => bff.stop(),
    async close() {
      over = true;
      outbox.clear();
      await bff.kill();
      await setting.close();
    },
  };
}
