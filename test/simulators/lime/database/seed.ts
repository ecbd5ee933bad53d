import type { PropertyValues } from './property.ts';
import type { ObjectStore } from './store.ts';
import { type UserName, users } from './users.ts';

/** An invoice to put into the sample database. */
export interface InvoiceSeed {
  id?: number;
  invoiceNumber: string;
  /** Absent or null: not yet synced to Billecta. */
  actionPublicId?: string | null;
  /** Name of the debtor; made when it is not there yet. */
  debtor: string;
  /** The debtor's id in Billecta. Debtors of one name and different ids are different debtors. */
  debtorPublicId?: string;
  /** SEK, decimal. */
  amount: number;
  invoiceDate?: string;
  /** `2026-01-31` */
  dueDate: string;
  /** Key of the `invoicestatus` option. */
  status?: string;
  /** Who must not know that the invoice exists. */
  hiddenFrom?: readonly UserName[];
  /** Any other property. */
  properties?: PropertyValues;
}

/** @returns the invoice's Lime id */
export function addInvoice(store: ObjectStore, seed: InvoiceSeed): number {
  const properties: PropertyValues = {
    invoicenumber: seed.invoiceNumber,
    actionpublicid: seed.actionPublicId ?? '',
    debtor: debtorOf(store, seed),
    amount: seed.amount,
    currentamount: seed.amount,
    invoicedate: seed.invoiceDate ?? null,
    duedate: seed.dueDate,
    invoicestatus: seed.status ?? 'sent',
    ...seed.properties,
  };
  const { id, hiddenFrom } = seed;
  return store.create('invoice', { id, properties, hiddenFrom, by: users.admin }).id;
}

function debtorOf(store: ObjectStore, { debtor: name, debtorPublicId = '' }: InvoiceSeed): number {
  const known = store.find('debtor', ({ properties }) =>
    debtorPublicId ? properties.debtorpublicid === debtorPublicId : properties.name === name,
  );
  const properties = { name, debtorpublicid: debtorPublicId };
  return known?.id ?? store.create('debtor', { properties, by: users.admin }).id;
}

/** The monitor record that an integration has; made by hand in a real Lime. */
export function addIntegrationMonitor(store: ObjectStore): void {
  store.create('integration_monitor', {
    properties: { name: 'Billecta', integration_key: 'billecta', type: 'message', active: true },
    by: users.admin,
  });
}
