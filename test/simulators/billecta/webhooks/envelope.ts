import type { Happening } from './webhook-event.ts';

/**
 * The shapes that a webhook body may have: Billecta's own envelope, and one for each other candidate of facts 6.3. None
 * of them carries a delivery id.
 */
export const envelopes = {
  billecta: (h: Happening) => ({
    EventDate: h.created,
    CreditorPublicId: h.creditorPublicId,
    Event: h.event,
    Data: h.payload,
    AdditionalData: h.secondPayload,
  }),
  'event-type-payload': (h: Happening) => ({
    EventType: h.event,
    Payload: h.payload,
    SecondaryPayload: h.secondPayload,
    CreditorPublicId: h.creditorPublicId,
    Timestamp: h.created,
  }),
  /** The creditor must be found in the payload. */
  'type-object': (h: Happening) => ({
    Type: h.event,
    Object: h.payload,
    Object2: h.secondPayload,
    Date: h.created,
  }),
  'camel-case': (h: Happening) => ({
    eventDate: h.created,
    creditorPublicId: h.creditorPublicId,
    event: h.event,
    data: h.payload,
    additionalData: h.secondPayload,
  }),
  'payload-as-text': (h: Happening) => ({
    EventDate: h.created,
    CreditorPublicId: h.creditorPublicId,
    Event: h.event,
    Data: JSON.stringify(h.payload),
    AdditionalData: h.secondPayload === null ? null : JSON.stringify(h.secondPayload),
  }),
  /** The name must be guessed from the payload; the number is made up, as the real ones are unknown. */
  'event-as-number': (h: Happening) => ({
    EventDate: h.created,
    CreditorPublicId: h.creditorPublicId,
    Event: h.event.length,
    Data: h.payload,
    AdditionalData: h.secondPayload,
  }),
  /** The payload alone; nothing tells a repetition. */
  bare: (h: Happening) => h.payload,
} satisfies Record<string, (happening: Happening) => unknown>;

export type EnvelopeName = keyof typeof envelopes;

export const envelopeNames = Object.keys(envelopes) as EnvelopeName[];

/** What `WEBHOOK_ENVELOPE` has to say for the forms that are not Billecta's own. */
export const envelopeKeys: Partial<Record<EnvelopeName, Record<string, readonly string[]>>> = {
  'event-type-payload': {
    event: ['EventType'],
    payload: ['Payload'],
    secondPayload: ['SecondaryPayload'],
    time: ['Timestamp'],
  },
  'type-object': { event: ['Type'], payload: ['Object'], secondPayload: ['Object2'], time: ['Date'] },
};
