import type { WireExample } from '../../../../wire/read.ts';
import type { LimeSimulator, LimeSimulatorOptions } from '../../index.ts';
import { start } from '../support.ts';

/** The address of the database of the examples. */
const exampleBase = 'https://acme.lime-crm.com/acme';

/** A simulated Lime that holds what the README of the examples says. */
export async function startExampleLime(options: LimeSimulatorOptions = {}): Promise<LimeSimulator> {
  const lime = await start({ now: () => new Date('2026-05-04T07:30:00.120Z'), ...options });
  const debtor = 'Blåklockans Bageri AB';
  const contact = { email: 'ekonomi@blaklockan.example', maincontactphone: '+46 8 123 45 67' };
  lime.addObject('debtor', { name: debtor, ...contact }, 2001);
  const common = { debtor, invoiceDate: '2026-05-04' };
  lime.addInvoice({
    ...common,
    id: 1001,
    invoiceNumber: 'F-1001',
    actionPublicId: '4f0c1c52-6f0e-4a53-9d43-1f1f3c0a7a11',
    amount: 1875.5,
    dueDate: '2026-06-03',
    properties: { interestrate: 11.5 },
  });
  lime.addInvoice({ ...common, id: 1002, invoiceNumber: 'F-1002', amount: 3200, dueDate: '2026-12-01' });
  lime.addInvoice({
    ...common,
    id: 1003,
    invoiceNumber: 'F-1003',
    amount: 950,
    dueDate: '2026-06-10',
    properties: { disputed: true, disputedtime: '2026-06-11T06:15:30.25Z' },
  });
  lime.addInvoice({ ...common, id: 1004, invoiceNumber: 'F-1004', amount: 1500, dueDate: '2026-06-20' });
  const payment = { paymentpublicid: 'P-3001', invoice: 1001, debtor: 2001, amount: 500 };
  lime.addObject('payment', payment, 3001);
  return lime;
}

/** Sends the request of an example, with the key that the simulator has for its caller. */
export function send({ baseUrl, keys }: LimeSimulator, { request }: WireExample): Promise<Response> {
  const { method, path, headers, body } = request;
  const keyOf: Record<string, string> = {
    'a-key-that-may-write': keys.admin,
    'a-key-that-may-read': keys.reader,
  };
  const known = Object.entries(headers).map(([name, value]) => [name, keyOf[value] ?? value]);
  return fetch(baseUrl + path, {
    method,
    headers: Object.fromEntries(known),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** The body that an example answers, with the simulator's addresses. */
export const expectedBody = ({ baseUrl }: LimeSimulator, { answer }: WireExample): unknown =>
  answer.body === undefined
    ? undefined
    : JSON.parse(JSON.stringify(answer.body).replaceAll(exampleBase, baseUrl));
