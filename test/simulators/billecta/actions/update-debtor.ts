import type { DebtorChanges } from '../model/debtor.ts';
import { debtorView } from '../views/debtor-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';

/** Somebody changes the debtor of this invoice, in the portal. Drafts and issued invoices alike show it. */
export function updateDebtor(world: World, actionPublicId: string, changes: DebtorChanges): void {
  const { debtor } = findInvoice(world, actionPublicId);
  Object.assign(debtor, changes);
  world.raise('DebtorUpdated', () => debtorView(debtor, world), debtor.publicId);
}
