import { invoiceLimetype } from './invoice-limetype.ts';

/**
 * Whether records of the limetype are invoices. The BFF is not asked where the limetype already has the assumed name:
 * it checks the name with every call anyway.
 */
export async function isInvoice(application: string, limetype: string): Promise<boolean> {
  const invoices = invoiceLimetype(application);
  return limetype === invoices.name || limetype === (await invoices.known());
}
