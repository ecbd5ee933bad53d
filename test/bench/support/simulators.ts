import { startBillectaSimulator } from '../../simulators/billecta/index.ts';
import { startLimeSimulator } from '../../simulators/lime/index.ts';

/**
 * Both simulators as a process of their own, so that calling them costs us what it costs the service. Tells on standard
 * output where they are, what they accept, and invoices that are in both.
 */
const billecta = await startBillectaSimulator({ candidates: { rateLimit: [] } });
// Commands follow each other here as they never would, so that nobody keeps to Lime's limit.
const lime = await startLimeSimulator({ rateLimit: { requests: 1_000_000, windowMs: 300_000 } });

const invoices = Array.from({ length: 400 }, (_, n) => {
  const actionPublicId = billecta.addInvoice();
  const invoice = { invoiceNumber: String(n), actionPublicId, debtor: 'A', amount: 1, dueDate: '2026-12-01' };
  return { limeId: lime.addInvoice(invoice), actionPublicId };
});

export interface Simulated {
  limeUrl: string;
  limeDatabase: string;
  serviceKey: string;
  userKey: string;
  billectaUrl: string;
  authorization: string;
  invoices: Array<{ limeId: number; actionPublicId: string }>;
}

const simulated: Simulated = {
  limeUrl: lime.baseUrl,
  limeDatabase: lime.database,
  serviceKey: lime.keys.service,
  userKey: lime.keys.user,
  billectaUrl: billecta.url,
  authorization: billecta.authorization,
  invoices,
};
process.stdout.write(`${JSON.stringify(simulated)}\n`);
// Ends with whoever started it.
process.stdin.on('end', () => process.exit(0)).resume();
