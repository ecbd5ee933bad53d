import { Agent, request } from 'undici';
import type { Workshop } from './workshop.ts';

/** Commands of each kind that are measured, after as many that only warm up. */
const count = 300;

/** Waits, ms. */
export interface CommandWaits {
  ours: number[];
  /** The calls that a command comes to, made without the service. */
  direct: number[];
}

/**
 * Disputes invoices and takes the disputes back, one command at a time: through the service, and by making its calls
 * from here, in turn, so that whatever else the machine does meets both.
 */
export async function measureCommands(workshop: Workshop): Promise<CommandWaits> {
  const bff = await workshop.startBff(await workshop.createDatabase(), { BILLECTA_READ_LIMITS: '999999/1s' });
  const agent = new Agent({ keepAliveTimeout: 30_000 });
  const invoices = Array.from({ length: 20 }, () => workshop.addInvoice());
  const waits: CommandWaits = { ours: [], direct: [] };
  const mount = bff.path.slice(0, bff.path.lastIndexOf('/'));
  const send = (url: string, method: 'GET' | 'PUT' | 'DELETE' | 'POST', headers: Record<string, string>) =>
    call(agent, url, method, headers);
  try {
    for (let n = 0; n < 2 * count; n += 1) {
      const invoice = invoices[Math.floor(n / 2) % invoices.length];
      if (!invoice) throw new Error('There is no invoice');
      const command = n % 2 === 0 ? 'dispute' : 'cancel-dispute';
      const ours = await timed(() =>
        send(`${bff.origin}${mount}/invoices/${invoice.limeId}/${command}`, 'POST', {
          'x-api-key': workshop.limeKey,
          'content-type': 'application/json',
        }),
      );
      const like = { ...invoice, actionPublicId: workshop.billecta.addInvoice({ disputed: n % 2 === 1 }) };
      const direct = await timed(() => directly(workshop, send, like, n % 2 === 0 ? 'PUT' : 'DELETE'));
      if (n < count) continue;
      waits.ours.push(ours);
      waits.direct.push(direct);
    }
    return waits;
  } finally {
    await agent.close();
    await bff.stop();
  }
}

type Send = (
  url: string,
  method: 'GET' | 'PUT' | 'DELETE' | 'POST',
  headers: Record<string, string>,
) => Promise<void>;

/** May this caller, what is true before, the command, what is true afterwards. */
async function directly(
  { limeUrl, limeKey, billecta }: Workshop,
  send: Send,
  { limeId, actionPublicId }: ReturnType<Workshop['addInvoice']>,
  method: 'PUT' | 'DELETE',
): Promise<void> {
  const lime = { 'x-api-key': limeKey };
  const credential = { authorization: billecta.authorization };
  await Promise.all([
    send(`${limeUrl}/api/v1/limeobject/invoice/${limeId}/`, 'GET', lime),
    send(`${limeUrl}/api/v1/limetype/invoice/`, 'GET', lime),
  ]);
  await send(`${billecta.url}/v1/invoice/dispute/${actionPublicId}`, method, credential);
  await send(`${billecta.url}/v1/invoice/action/${actionPublicId}`, 'GET', credential);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function call(
  dispatcher: Agent,
  url: string,
  method: 'GET' | 'PUT' | 'DELETE' | 'POST',
  headers: Record<string, string>,
): Promise<void> {
  const body = method === 'POST' ? '{}' : null;
  const length = method === 'GET' || method === 'POST' ? {} : { 'content-length': '0' };
  const response = await request(url, { dispatcher, method, headers: { ...headers, ...length }, body });
  await response.body.text();
  if (response.statusCode !== 200)
    throw new Error(`${method} ${url} was answered with ${response.statusCode}`);
}
