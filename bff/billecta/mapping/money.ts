import type { Amounts } from '../../domain/invoice/invoice.ts';
import type { AmountView, InvoiceActionView } from './views.ts';

/** Minor units in a whole, for the rare answer that has no `Value` (docs/facts/billecta.md 1.2). */
const minorInOne = 100;

/** The invoice's amounts in minor units; null when it has none, as a bare draft may. */
export function toAmounts(view: InvoiceActionView): Amounts | null {
  const { InvoicedAmount, CurrentAmount, PaidAmount, CreditedAmount, WriteOffAmount } = view;
  if (!InvoicedAmount && !CurrentAmount) return null;
  return {
    currency: InvoicedAmount?.CurrencyCode?.trim() || CurrentAmount?.CurrencyCode?.trim() || 'SEK',
    invoiced: minorUnits(InvoicedAmount),
    current: minorUnits(CurrentAmount),
    paid: minorUnits(PaidAmount),
    credited: minorUnits(CreditedAmount),
    writtenOff: minorUnits(WriteOffAmount),
  };
}

function minorUnits(amount: AmountView): number {
  return amount?.Value ?? Math.round((amount?.ValueForView ?? 0) * minorInOne);
}
