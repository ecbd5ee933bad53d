import { whatCanBeDone } from '../model/abilities.ts';
import type { Invoice } from '../model/invoice.ts';
import { isClosed } from '../model/invoice.ts';
import { canRun } from '../model/permissions.ts';
import type { World } from '../world.ts';
import type { InvoiceActionFlags } from './types.ts';

/** What may be done with the invoice now; the same rules decide what is refused. */
export function flagsView(invoice: Invoice, { candidates }: World): InvoiceActionFlags {
  const can = whatCanBeDone(invoice);
  const sentAndOpen = invoice.invoiceSentDate !== null && !isClosed(invoice);
  return {
    CanPause: canRun('pause', invoice, candidates),
    CanResume: canRun('resume', invoice, candidates),
    CanDispute: canRun('dispute', invoice, candidates),
    CanUnDispute: canRun('cancel-dispute', invoice, candidates),
    CanCreateCreditInvoice: can.credit,
    CanCreateInterestInvoice: false,
    CanRegisterPayment: can.registerPayment,
    CanMakeManual: can.makeManual,
    CanSendManualInvoice: can.send,
    CanResendManualInvoice: sentAndOpen,
    CanSendManualReminderInvoice: can.sendReminder,
    CanPostpone: sentAndOpen && invoice.stage !== 'SentToDebtCollection',
    CanSendToDebtCollection: can.sendToDebtCollection,
    CanSell: false,
    CanCancelSalesRequest: false,
    CanCreateAutogiroWithdrawal: false,
  };
}
