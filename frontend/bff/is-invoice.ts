import { invoiceLimetype } from './invoice-limetype.ts';

/**
 * Whether records of the limetype are invoices. Where that is thought already nobody is asked: the BFF checks it with
 * every call anyway.
 */
export async function isInvoice(application: string, limetype: string): Promise<boolean> {
  const invoices = invoiceLimetype(application);
  return limetype === invoices.name || limetype === (await invoices.known());
}
