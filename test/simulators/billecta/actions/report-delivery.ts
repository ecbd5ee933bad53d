import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';

/** Billecta tells whether an invoice reached its debtor, and why not. The log has no row of it: none is known. */
export function reportDelivery(
  world: World,
  actionPublicId: string,
  { delivered, reason }: { delivered: boolean; reason: string | null },
): void {
  const { actionType } = findInvoice(world, actionPublicId);
  const payload = {
    ActionType: actionType,
    ActionPublicId: actionPublicId,
    Delivered: delivered,
    Reason: reason,
  };
  world.raise('UndeliveredInvoice', () => payload, actionPublicId);
}
