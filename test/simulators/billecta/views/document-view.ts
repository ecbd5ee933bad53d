import type { Invoice } from '../model/invoice.ts';
import { writeDay } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import type { FileView, InvoiceDocumentView } from './types.ts';

/** The reference that a debtor pays with: fifteen digits. */
export function ocr(invoice: Invoice): string {
  return invoice.actionPublicId.padEnd(15, '0');
}

/** The PDF; Data is null in every view but the file's own answer. */
export function fileView(invoice: Invoice): FileView {
  const FileName = `Faktura_${invoice.invoiceNumber}.pdf`;
  return { FilePublicId: invoice.filePublicId, ContentType: 'application/pdf', FileName, Data: null };
}

export function documentView(
  invoice: Invoice,
  { candidates }: World,
): InvoiceDocumentView & { Email: string } {
  const { debtor } = invoice;
  return {
    InvoiceDate: writeDay(invoice.invoiceDate, candidates.dateTimes),
    DueDate: writeDay(invoice.dueDate, candidates.dateTimes),
    InvoiceNumber: invoice.invoiceNumber,
    InvoiceDecription: null,
    OurReference: 'Karin Lind',
    YourReference: null,
    Name: debtor.name,
    Address: debtor.address,
    Address2: null,
    ZipCode: debtor.zipCode,
    City: debtor.city,
    CountryCode: 'SE',
    Email: debtor.email,
    OCR: ocr(invoice),
    PaymentTermsInDays: invoice.paymentTermsInDays,
    InvoicedAmount: amountView(invoice.invoiced, invoice.currency),
    InvoiceFile: fileView(invoice),
  };
}
