import type { Invoice } from '../model/invoice.ts';
import { amountView } from './amount-view.ts';

/** The one row that every invoice here has: its whole amount, with the usual 25 % VAT inside. */
export function recordView(invoice: Invoice) {
  const amount = (value: number) => amountView(value, invoice.currency);
  return {
    ProductPublicId: null,
    SequenceNo: 1,
    Units: 'st',
    ArticleDescription: 'Kontorsstädning',
    ArticleNumber: '100',
    Quantity: 1,
    UnitPrice: amount(withoutVat(invoice)),
    DiscountAmount: amount(0),
    DiscountPercentage: 0,
    DiscountType: 'Amount',
    VAT: 25,
    VatIsIncluded: false,
    TotalIncVAT: amount(invoice.invoiced),
    TotalExclVATNoDiscount: amount(withoutVat(invoice)),
    TotalExclVAT: amount(withoutVat(invoice)),
    CostCenter: null,
    Project: null,
    ExternalReference: null,
    PeriodStart: null,
    PeriodEnd: null,
    RotRutActivated: false,
    RotRutHours: 0,
    RotRutAmount: amount(0),
    RotRutMaterialCostAmount: amount(0),
    RotRutType: 'Unknown',
    RecordType: 'Standard',
    Hidden: false,
    Dimensions: [],
  };
}

const withoutVat = (invoice: Invoice): number => Math.round(invoice.invoiced / 1.25);

export const vat = (invoice: Invoice): number => invoice.invoiced - withoutVat(invoice);
