import { expect, onTestFinished } from 'vitest';
import { listen } from '../../../service/support/listen.ts';
import {
  type BillectaSimulator,
  type BillectaSimulatorOptions,
  type Command,
  type InvoiceActionView,
  startBillectaSimulator,
} from '../index.ts';

/** A Billecta that retries within milliseconds, and closes when the test ends. */
export async function start(options: BillectaSimulatorOptions = {}): Promise<BillectaSimulator> {
  const billecta = await startBillectaSimulator({ retryDelays: [10, 20], ...options });
  onTestFinished(() => billecta.close());
  return billecta;
}

/** Calls Billecta's API with valid credentials, unless `init` has other headers. */
export function call(billecta: BillectaSimulator, method: string, path: string, init: RequestInit = {}) {
  const headers = { authorization: billecta.authorization };
  return fetch(`${billecta.url}${path}`, { method, headers, ...init });
}

/** The invoice as the API tells it; fails the test when the answer is not 200. */
export async function read(billecta: BillectaSimulator, id: string): Promise<InvoiceActionView> {
  const answer = await call(billecta, 'GET', `/v1/invoice/action/${id}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as InvoiceActionView;
}

/** Runs a command on the method and path that the candidates name for it. */
export function run(billecta: BillectaSimulator, command: Command, id: string, init: RequestInit = {}) {
  const { method, path } = billecta.candidates.operations[command];
  return call(billecta, method, path.replace('{id}', id), init);
}

/** The types of the events that have happened, oldest first. */
export const happened = (invoice: InvoiceActionView) =>
  invoice.Events.filter((event) => event.HasOccured).map((event) => event.EventType);

interface Received {
  key: string | undefined;
  text: string;
  body: { Event: string; Data: InvoiceActionView };
}

/** Receives webhooks, and answers each with the next status, the last one for ever. */
export async function receiver(billecta: BillectaSimulator, statuses = [200]): Promise<Received[]> {
  const received: Received[] = [];
  const origin = await listen(async (incoming, answer) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    received.push({ key: incoming.headers['x-api-key']?.toString(), text, body: JSON.parse(text) });
    answer.writeHead(statuses[Math.min(received.length, statuses.length) - 1] ?? 200).end();
  });
  billecta.addWebhook({ url: `${origin}/hook`, headers: { 'x-api-key': 'shared' } });
  return received;
}

/** The names of the events that have been received, first come first. */
export const events = (received: Received[]) => received.map(({ body }) => body.Event);

/** What has been received of each delivery, by its bytes: one retry may come before or after what follows it. */
export function triesOf(received: Received[]): Received[][] {
  const texts = new Set(received.map(({ text }) => text));
  return [...texts].map((sent) => received.filter(({ text }) => text === sent));
}
