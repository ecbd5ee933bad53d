import type { BillectaSimulator } from '../simulators/billecta/index.ts';

/** What Lime holds of an invoice that has been in step with Billecta so far. */
export function limeFields(billecta: BillectaSimulator, actionPublicId: string) {
  const invoice = billecta.invoice(actionPublicId);
  const { DisputedDate, IsPaused, NextEvent, NextEventDate } = invoice.State;
  const { ReminderInvoiceSentDate } = billecta.invoiceRow(actionPublicId);
  return {
    currentamount: invoice.CurrentAmount.ValueForView,
    paidamount: invoice.PaidAmount.ValueForView,
    creditedamount: invoice.CreditedAmount.ValueForView,
    writtenoffamount: invoice.WriteOffAmount.ValueForView,
    disputed: DisputedDate !== null,
    disputedtime: DisputedDate?.replace(' ', 'T') ?? null,
    paused: IsPaused,
    nextevent: NextEvent ?? '',
    nexteventdate: day(NextEventDate),
    reminderdate: day(ReminderInvoiceSentDate),
  };
}

const day = (dateTime: string | null): string | null => dateTime?.slice(0, 10) ?? null;
