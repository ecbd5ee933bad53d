import type { BillectaSimulator } from '../simulators/billecta/index.ts';

/**
 * What somebody in the office should look at: the bank did not pay by autogiro, a debtor has written, and an invoice did
 * not reach its debtor. Only webhooks tell of it, so it happens when the service takes them.
 *
 * @param actionPublicId - of the sample with that name
 */
export function raiseNotices(billecta: BillectaSimulator, actionPublicId: (name: string) => string): void {
  billecta.failAutogiro(actionPublicId('autogiro'), 'NoCoverage');
  billecta.comment(
    actionPublicId('overdue'),
    'debtor',
    'Hej! Vi har aldrig fått varorna på den här fakturan. Kan ni ringa oss?',
  );
  billecta.reportDelivery(actionPublicId('next of the overpaid'), {
    delivered: false,
    reason: 'E-postadressen finns inte',
  });
}
