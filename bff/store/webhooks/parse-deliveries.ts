import type { Delivery, DeliveryReader, Taken } from '../../services/ports/store/intake.ts';
import type { Arrival, Receipt } from '../dialect.ts';

/**
 * Tells what of deliveries is to be stored.
 *
 * @returns the events, and what became of each delivery, given where the events were stored
 */
export function sortOut(
  deliveries: readonly Delivery[],
  reader: DeliveryReader,
): { arrivals: Arrival[]; became(receipts: readonly Receipt[]): Taken[] } {
  const reads = deliveries.map((delivery) => reader.read(delivery));
  const arrivals = reads.flatMap((each, place) => {
    const database = deliveries[place]?.database;
    return each.kind === 'event' && database !== undefined ? [{ database, event: each.event }] : [];
  });
  return {
    arrivals,
    became(receipts) {
      const stored = receipts.values();
      return reads.map((each): Taken => {
        if (each.kind === 'refused') return each;
        const receipt = stored.next().value;
        if (!receipt) throw new Error('An event was stored without an id');
        const { event, state } = each.event;
        return { kind: 'stored', ...receipt, event, state };
      });
    },
  };
}
