import { randomUUID } from 'node:crypto';
import type { BillectaSimulator } from '../../simulators/billecta/index.ts';

/** The events of one invoice's first days, each as the whole body that Billecta would send (about 5 to 8 kB). */
export interface InvoiceStory {
  actionPublicId: string;
  bodies: string[];
}

/** Lets an invoice live in the simulator, and takes down what would be told of it: four events, each newer than the one before. */
export function tellStory(billecta: BillectaSimulator): InvoiceStory {
  const actionPublicId = billecta.addInvoice({ stage: 'Created', dueInDays: -10 });
  const deeds = [
    () => billecta.attest(actionPublicId),
    () => billecta.send(actionPublicId),
    () => billecta.sendReminder(actionPublicId),
    () => billecta.registerPayment(actionPublicId),
  ];
  const bodies = deeds.map((deed) => {
    deed();
    return webhookBody('InvoiceActionStateChanged', billecta.invoice(actionPublicId), billecta);
  });
  return { actionPublicId, bodies };
}

/** The envelope that the simulator uses by default. */
export function webhookBody(
  event: string,
  payload: unknown,
  { creditorPublicId }: BillectaSimulator,
): string {
  const [Id, Created] = [randomUUID(), '2026-03-01 12:00:00+01:00'];
  return JSON.stringify({
    Event: event,
    Data: payload,
    Data2: null,
    Id,
    CreditorPublicId: creditorPublicId,
    Created,
  });
}
