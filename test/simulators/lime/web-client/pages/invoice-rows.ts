import { query } from '../host.ts';
import type { Expression } from '../platform/query.ts';

/** A row of the invoice table. The id is there under both names that packages may look for. */
export interface InvoiceRow {
  id: number;
  _id: number;
  invoicenumber: string;
  debtor: string;
  amount: number | null;
  duedate: string | null;
  actionpublicid: string;
}

const shape = {
  _id: null,
  invoicenumber: null,
  amount: null,
  duedate: null,
  actionpublicid: null,
  debtor: { name: null },
};

/** The first invoices that the filter finds, or of the database. */
export async function loadInvoices(filter: Expression | null = null): Promise<InvoiceRow[]> {
  const { objects } = await query.execute({
    limetype: 'invoice',
    filter,
    limit: 500,
    responseFormat: { object: shape },
  });
  return (objects as unknown as (Omit<InvoiceRow, 'debtor'> & { debtor: { name: string } | null })[]).map(
    (object) => ({ ...object, id: object._id, debtor: object.debtor?.name ?? '' }),
  );
}
