import type { World } from '../world.ts';
import { close, invoiceFor } from './do-deed.ts';

/** Makes the invoice void (makulerad). */
export function cancel(world: World, actionPublicId: string): void {
  close(world, invoiceFor('cancel', world, actionPublicId), 'Cancelled');
}
