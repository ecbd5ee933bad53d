import { onTestFinished } from 'vitest';
import { type LimeSimulator, type LimeSimulatorOptions, startLimeSimulator } from '../index.ts';

/** A Lime that closes when the test ends. */
export async function start(options?: LimeSimulatorOptions): Promise<LimeSimulator> {
  const lime = await startLimeSimulator(options);
  onTestFinished(() => lime.close());
  return lime;
}

/** The invoice to add where its facts do not matter; `amount` in SEK, as in Lime. */
export const seed = { invoiceNumber: '10231', debtor: 'Ås & Co AB', amount: 1250.5, dueDate: '2026-12-01' };

/** A user of Lime, by the name of its key. */
export type Who = keyof LimeSimulator['keys'];

/** The headers that say who calls. */
export const as = (lime: LimeSimulator, who: Who) => ({ 'x-api-key': lime.keys[who] });

/** Gets `path` below `/api/v1/`. */
export function get(lime: LimeSimulator, path: string, who: Who = 'service') {
  return fetch(`${lime.baseUrl}/api/v1/${path}`, { headers: as(lime, who) });
}

/** Updates an invoice. */
export function put(lime: LimeSimulator, id: number, properties: unknown, who: Who = 'service') {
  const body = JSON.stringify(properties);
  return fetch(`${lime.baseUrl}/api/v1/limeobject/invoice/${id}/`, {
    method: 'PUT',
    headers: as(lime, who),
    body,
  });
}

/** The invoices that the filter finds, or the status when the query is refused. */
export async function query(lime: LimeSimulator, filter: object, who: Who = 'service') {
  const shape = { _id: null, invoicestatus: null, debtor: { name: null } };
  const q = JSON.stringify({ limetype: 'invoice', filter, responseFormat: { object: shape } });
  const response = await get(lime, `query/?q=${encodeURIComponent(q)}`, who);
  return response.ok ? (await response.json()).objects : response.status;
}
