import { onTestFinished } from 'vitest';
import { LimeClient } from '../../../bff/lime/client/client.ts';
import { LimeHttp, type LimeHttpOptions } from '../../../bff/lime/client/http.ts';
import { defaultNames } from '../../../bff/lime/client/names.ts';
import type { Credential } from '../../../bff/services/ports/lime.ts';
import { type LimeSimulator, startLimeSimulator, type UserName } from '../../simulators/lime/index.ts';

export interface Lime {
  lime: LimeSimulator;
  client: LimeClient;
  /** An invoice that is there. */
  limeId: number;
  as(who: UserName): Credential;
  /** Reads the invoice, as somebody who waits as long as it takes. */
  read(): Promise<unknown>;
}

/** A simulated Lime and a client of it, over real HTTP, until the test ends. */
export async function startLime(options: Partial<LimeHttpOptions> = {}): Promise<Lime> {
  const lime = await startLimeSimulator();
  const http = new LimeHttp({
    url: lime.baseUrl,
    userAgent: 'a-test/1.0.0',
    apiKey: lime.keys.service,
    log: { info() {}, warn() {}, error() {} },
    hide: (text) => text,
    ...options,
  });
  const client = new LimeClient(http, defaultNames);
  onTestFinished(async () => {
    lime.clearFaults();
    await http.close();
    await lime.close();
  });
  const limeId = lime.addInvoice({ invoiceNumber: '1', debtor: 'A', amount: 1, dueDate: '2026-12-01' });
  const as = (who: UserName): Credential => ({ kind: 'api-key', value: lime.keys[who] });
  return { lime, client, limeId, as, read: () => client.readInvoice(as('user'), limeId, patient()) };
}

/** The signal of somebody who waits as long as it takes. */
export const patient = (): AbortSignal => new AbortController().signal;
