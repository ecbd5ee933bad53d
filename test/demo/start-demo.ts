import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BillectaSimulator, startBillectaSimulator } from '../simulators/billecta/index.ts';
import { type LimeSimulator, startLimeSimulator } from '../simulators/lime/index.ts';
import type { Candidates } from '../simulators/lime/options.ts';
import { startBff } from './bff-process.ts';
import { raiseNotices } from './raise-notices.ts';
import { addSampleInvoices } from './sample-invoices.ts';

const webhookKey = 'demo-webhook-key';

/** What `npm run demo -- --json` prints; ids are Lime invoice ids. */
export interface DemoAddresses {
  lime: string;
  /** The mount's base; the same path is reachable on the Lime origin. */
  bff: string;
  billecta: string;
  database: string;
  keys: { user: string; reader: string; admin: string; webhook: string };
  pages: { invoice: string; table: string; payments: string; admin: string; panel: string };
  invoices: Record<
    'synced' | 'unsynced' | 'disputed' | 'paused' | 'overpaid' | 'autogiro' | 'commented' | 'undelivered',
    number
  >;
}

export interface Demo {
  addresses: DemoAddresses;
  lime: LimeSimulator;
  billecta: BillectaSimulator;
  /** Resolves when the service has ended, unless it is started anew. */
  ended: Promise<void>;
  /** Starts the service anew, on the same database and another port, with these settings besides its own. */
  restart(settings: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts Lime, Billecta and the service with sample invoices; the database is a new file that goes away again.
 *
 * @param port - of the Lime page; the service and Billecta take the next two. 0 takes free ones
 * @param candidates - which Lime it is, where Lime's documents leave that open
 */
export async function startDemo(port: number, candidates: Partial<Candidates> = {}): Promise<Demo> {
  const next = (offset: number) => (port === 0 ? 0 : port + offset);
  const folder = mkdtempSync(join(tmpdir(), 'billecta-demo-'));
  const lime = await startLimeSimulator({ port, candidates });
  const billecta = await startBillectaSimulator({
    port: next(2),
    retryDelays: [500, 1000, 2000, 4000, 8000],
  });
  const invoices = addSampleInvoices(lime, billecta);
  let settings: Record<string, string> = {
    LIME_URL: lime.baseUrl,
    LIME_API_KEY: lime.keys.service,
    BILLECTA_URL: billecta.url,
    BILLECTA_AUTHORIZATION: billecta.authorization,
    WEBHOOK_API_KEYS: `demo:${webhookKey}`,
    DATABASE_URL: `sqlite:${join(folder, 'billecta.db')}`,
    PORT: String(next(1)),
  };
  let bff = await startBff(settings);
  const path = `/${lime.database}/limepkg-billecta-integration`;
  const mount = `${bff.origin}${path}`;
  lime.proxyTo(bff.origin);
  // As for a customer, Billecta reaches the service on Lime's origin.
  billecta.addWebhook({
    url: `${lime.url}${path}/billecta-webhook-receiver`,
    headers: { 'x-api-key': webhookKey },
  });

  const id = (name: string) => invoices.get(name) ?? 0;
  raiseNotices(billecta, (name) => String(lime.object('invoice', id(name)).actionpublicid));
  return {
    lime,
    billecta,
    addresses: {
      lime: lime.url,
      bff: mount,
      billecta: billecta.url,
      database: lime.database,
      keys: { user: lime.keys.user, reader: lime.keys.reader, admin: lime.keys.admin, webhook: webhookKey },
      pages: {
        invoice: `${lime.baseUrl}/client/object/invoice/${id('synced')}`,
        table: `${lime.baseUrl}/client/table-view/invoice`,
        payments: `${lime.baseUrl}/client/table-view/payment`,
        admin: `${lime.baseUrl}/webadmin`,
        panel: `${lime.baseUrl}/client/billecta-sync`,
      },
      invoices: {
        synced: id('synced'),
        unsynced: id('unsynced'),
        disputed: id('disputed'),
        paused: id('paused'),
        overpaid: id('overpaid'),
        autogiro: id('autogiro'),
        commented: id('overdue'),
        undelivered: id('next of the overpaid'),
      },
    },
    ended: bff.ended,
    async restart(others) {
      settings = { ...settings, ...others, PORT: '0' };
      await bff.stop();
      bff = await startBff(settings);
      lime.proxyTo(bff.origin);
    },
    async stop() {
      await bff.stop();
      await Promise.all([lime.close(), billecta.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
