import { deliveryReader } from './billecta/webhook/parse-delivery.ts';
import type { EnvelopeKeys } from './billecta/webhook/webhook-envelope.ts';
import type { WebhookReading } from './store/dialect.ts';
import { scriptBeside } from './store/sqlite/start-thread.ts';

/** How webhooks with such envelopes are read on their way into the database. */
export const webhookReading = (envelope: EnvelopeKeys): WebhookReading => ({
  here: deliveryReader(envelope),
  beside: { script: scriptBeside(import.meta.url, 'intake-thread'), knowing: envelope },
});
