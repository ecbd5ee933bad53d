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

/** Billecta's envelope (docs/facts/billecta.md 6.3). */
function webhookBody(event: string, payload: unknown, { creditorPublicId }: BillectaSimulator): string {
  return JSON.stringify({
    EventDate: '2026-03-01 12:00:00+01:00',
    CreditorPublicId: creditorPublicId,
    Event: event,
    Data: payload,
    AdditionalData: null,
  });
}
