import type { Delivery, EnvelopeParser, IntakeResult } from '../../services/ports/intake.ts';
import type { Arrival, Receipt } from '../dialect.ts';

/**
 * Splits deliveries into the events to store and a result for each.
 *
 * @returns the events, and the result of each delivery, given where the events were stored
 */
export function parseDeliveries(
  deliveries: readonly Delivery[],
  reader: EnvelopeParser,
): { arrivals: Arrival[]; toResults(receipts: readonly Receipt[]): IntakeResult[] } {
  const reads = deliveries.map((delivery) => reader.parse(delivery));
  const arrivals = reads.flatMap((each, place) => {
    const database = deliveries[place]?.database;
    return each.kind === 'event' && database !== undefined ? [{ database, event: each.event }] : [];
  });
  return {
    arrivals,
    toResults(receipts) {
      const stored = receipts.values();
      return reads.map((each): IntakeResult => {
        if (each.kind === 'refused') return each;
        const receipt = stored.next().value;
        if (!receipt) throw new Error('An event was stored without an id');
        const { event, state } = each.event;
        return { kind: 'stored', ...receipt, event, state };
      });
    },
  };
}
