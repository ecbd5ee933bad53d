import type { BillectaPort } from '../ports/billecta.ts';

/** Billecta, read on behalf of a caller: the reads count towards the caller's share of Billecta's limits. */
export function onBehalfOf(caller: string, billecta: BillectaPort): BillectaPort {
  return {
    readInvoice: (actionPublicId, priority, signal) =>
      billecta.readInvoice(actionPublicId, priority, signal, caller),
    readDebtor: (...asked) => billecta.readDebtor(...asked),
    run: (...asked) => billecta.run(...asked),
    comment: (...asked) => billecta.comment(...asked),
    isAvailable: () => billecta.isAvailable(),
    clock: () => billecta.clock(),
    askedToWait: () => billecta.askedToWait(),
  };
}
