import { setTimeout as sleep } from 'node:timers/promises';
import { startBillectaSimulator } from '../simulators/billecta/index.ts';
import { startLimeSimulator } from '../simulators/lime/index.ts';
import { freePort } from '../support/free-port.ts';
import type { Row } from './row.ts';
import { endlessWebhooks } from './support/endless-webhooks.ts';
import { heapMb } from './support/heap.ts';
import { mixedLoad } from './support/mixed-load.ts';

/** How long it is under load; `SOAK_MINUTES` changes it, ms. */
const lasts = Number(process.env.SOAK_MINUTES ?? 2) * 60_000;

/** People who look at invoices, in eight windows each, and the invoices that they look at. */
const people = 25;
const invoices = 200;

/** After the load, until what it has left behind is done, ms. */
const settles = 3_000;

/** How much the heap has grown from the first quarter to the end of a long mixed load, both after a collection. */
export const soak: Row = {
  name: 'soak',
  unit: '×',
  limit: { most: 1.1 },
  async measure(benchEnvironment) {
    const billecta = await startBillectaSimulator({ candidates: { rateLimit: [] } });
    const lime = await startLimeSimulator({ rateLimit: { requests: 1e9, windowMs: 300_000 } });
    const inspector = await freePort();
    const bff = await benchEnvironment.startBff(await benchEnvironment.createDatabase(), {
      NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
      LIME_URL: lime.baseUrl,
      LIME_API_KEY: lime.keys.service,
      BILLECTA_URL: billecta.url,
      BILLECTA_AUTHORIZATION: billecta.authorization,
      BILLECTA_READ_LIMITS: '999999/1s',
      LIME_CALLS_PER_5_MINUTES: '999999',
      CALLER_REQUESTS_PER_MINUTE: '9999999',
    });
    const limeIds = Array.from({ length: invoices }, (_, n) => {
      const actionPublicId = billecta.addInvoice();
      const seed = { invoiceNumber: String(n), debtor: 'A', amount: 1, dueDate: '2026-12-01' };
      return lime.addInvoice({ ...seed, actionPublicId });
    });
    const forget = setInterval(() => {
      lime.calls.length = 0;
      billecta.calls.length = 0;
    }, 5_000);
    try {
      const target = {
        mount: `${bff.origin}/${lime.database}/limepkg-billecta-integration`,
        webhookKey: bff.key,
        userKey: lime.keys.user,
        cookies: Array.from({ length: people }, () => lime.cookies('user')),
        limeIds,
        nextWebhook: endlessWebhooks(benchEnvironment.billecta),
      };
      const load = mixedLoad(target, AbortSignal.timeout(lasts));
      const [done, early] = await Promise.all([load, sleep(lasts / 4).then(() => heapMb(inspector))]);
      await sleep(settles);
      const late = await heapMb(inspector);
      const counts = Object.entries(done).map(([what, count]) => `${count} ${what}`);
      return {
        value: late / early,
        note: `heap ${early.toFixed(1)} → ${late.toFixed(1)} MB after ${counts.join(', ')}`,
      };
    } finally {
      clearInterval(forget);
      await bff.stop();
      await Promise.all([lime.close(), billecta.close()]);
    }
  },
};
