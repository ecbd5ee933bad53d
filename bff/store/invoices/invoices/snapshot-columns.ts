import { isOpen } from '../../../domain/invoice/stage.ts';
import type { Snapshot } from '../../../services/ports/store/invoice-store.ts';

/** The columns of a snapshot. */
export const snapshotColumns = ({ invoice, asOf, source }: Snapshot) => ({
  snapshot: JSON.stringify(invoice),
  invoice_number: invoice.invoiceNumber,
  as_of: asOf,
  source,
  open_creditor: isOpen(invoice) ? invoice.creditorPublicId : null,
});
