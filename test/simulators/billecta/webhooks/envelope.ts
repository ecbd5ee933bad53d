import type { Happening } from './webhook-event.ts';

/**
 * The shapes that a webhook body may have. No source says which one Billecta uses; each covers candidates of
 * facts 6.3.
 */
export const envelopes = {
  'event-data': (h: Happening) => ({
    Event: h.event,
    Data: h.payload,
    Data2: h.secondPayload,
    Id: h.id,
    CreditorPublicId: h.creditorPublicId,
    Created: h.created,
  }),
  'event-type-payload': (h: Happening) => ({
    EventType: h.event,
    Payload: h.payload,
    SecondaryPayload: h.secondPayload,
    EventPublicId: h.id,
    CreditorPublicId: h.creditorPublicId,
    Timestamp: h.created,
  }),
  /** The creditor must be found in the payload. */
  'type-object': (h: Happening) => ({
    Type: h.event,
    Object: h.payload,
    Object2: h.secondPayload,
    DeliveryId: h.id,
    Date: h.created,
  }),
  'camel-case': (h: Happening) => ({
    event: h.event,
    data: h.payload,
    data2: h.secondPayload,
    id: h.id,
    creditorPublicId: h.creditorPublicId,
    created: h.created,
  }),
  /** Nothing tells two deliveries apart but their bytes. */
  'without-id': (h: Happening) => ({ Event: h.event, Data: h.payload, Data2: h.secondPayload }),
  'payload-as-text': (h: Happening) => ({
    Event: h.event,
    Data: JSON.stringify(h.payload),
    Data2: h.secondPayload === null ? null : JSON.stringify(h.secondPayload),
    Id: h.id,
    CreditorPublicId: h.creditorPublicId,
    Created: h.created,
  }),
  /** The name must be guessed from the payload; the number is made up, as the real ones are unknown. */
  'event-as-number': (h: Happening) => ({
    Event: h.event.length,
    Data: h.payload,
    Data2: h.secondPayload,
    Id: h.id,
    CreditorPublicId: h.creditorPublicId,
    Created: h.created,
  }),
  /** The payload alone. */
  bare: (h: Happening) => h.payload,
} satisfies Record<string, (happening: Happening) => unknown>;

export type EnvelopeName = keyof typeof envelopes;

export const envelopeNames = Object.keys(envelopes) as EnvelopeName[];
