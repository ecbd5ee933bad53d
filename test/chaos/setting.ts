import { type BillectaSimulator, startBillectaSimulator } from '../simulators/billecta/index.ts';
import { type LimeSimulator, startLimeSimulator } from '../simulators/lime/index.ts';
import { freePort } from '../support/free-port.ts';
import type { Random } from '../support/random.ts';
import type { Environment } from '../support/service-process.ts';
import { Lives } from './lives.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import type { Receiver } from './sender.ts';

const key = 'the-webhook-key-of-the-storm';

/** Both systems, invoices that live in them, and where the service is to be between them. */
export interface Setting {
  billecta: BillectaSimulator;
  lime: LimeSimulator;
  lives: Lives;
  recorder: Recorder;
  receiver: Receiver;
  environment: Environment;
  close(): Promise<void>;
}

/**
 * Billecta's limits of reading are off: a service that is killed every half second forgets what it has read within
 * them. Its portal's commands raise events, so that there is something to tell of as long as it takes.
 */
export async function startSetting(databaseUrl: string, random: Random): Promise<Setting> {
  const billecta = await startBillectaSimulator({
    candidates: { rateLimit: [], commandsRaiseStateChanged: true },
  });
  const lime = await startLimeSimulator({ rateLimit: { requests: 1_000_000, windowMs: 1000 } });
  const recorder = await startRecorder();
  billecta.addWebhook({ url: recorder.url, headers: {} });
  const lives = new Lives(billecta, random, (actionPublicId) => {
    lime.addInvoice({
      invoiceNumber: actionPublicId,
      actionPublicId,
      debtor: 'Skogsbacken AB',
      amount: 1250,
      dueDate: '2026-12-01',
    });
  });
  const port = await freePort();
  return {
    billecta,
    lime,
    lives,
    recorder,
    receiver: {
      origin: `http://127.0.0.1:${port}`,
      path: `/${lime.database}/limepkg-billecta-integration/billecta-webhook-receiver`,
      key,
    },
    environment: {
      LIME_URL: lime.baseUrl,
      LIME_API_KEY: lime.keys.service,
      BILLECTA_URL: billecta.url,
      BILLECTA_AUTHORIZATION: billecta.authorization,
      WEBHOOK_API_KEYS: `storm:${key}`,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
    },
    async close() {
      await Promise.all([billecta.close(), lime.close(), recorder.close()]);
    },
  };
}
