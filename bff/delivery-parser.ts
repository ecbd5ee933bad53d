import { envelopeParser } from './billecta/webhook/parse-delivery.ts';
import type { EnvelopeKeys } from './billecta/webhook/webhook-envelope.ts';
import type { DeliveryParser } from './store/dialect.ts';
import { scriptBeside } from './store/sqlite/start-thread.ts';

/** The parser of webhooks with such envelopes, for their way into the database. */
export const deliveryParser = (envelope: EnvelopeKeys): DeliveryParser => ({
  inline: envelopeParser(envelope),
  worker: { script: scriptBeside(import.meta.url, 'intake-thread'), workerData: envelope },
});
