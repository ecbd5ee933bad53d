import { isPlainId } from '../../domain/text/plain-id.ts';
import { toInstant } from '../mapping/date-time.ts';
import { repeatKey } from './repeat-key.ts';
import { type EnvelopeKeys, openEnvelope } from './webhook-envelope.ts';
import { canonicalName, supportedEvents } from './webhook-events.ts';

/** The fields of a webhook that its row needs. */
export interface WebhookLabel {
  deliveryId: string | null;
  event: string | null;
  /** Billecta's id of the event's subject. */
  subject: string | null;
  creditor: string | null;
  /** Billecta's time of the event: an instant, ISO 8601 in UTC. */
  occurredAt: string | null;
  /** Equal for deliveries that may repeat each other; null when nothing identifies a repetition. */
  repeatKey: string | null;
  /** To be applied; not supported; or without a readable event name. */
  kind: 'supported' | 'unsupported' | 'unreadable';
}

/** The keys of an event's subject id, by the views that carry it (docs/facts/billecta.md 6.4). */
const subjects = ['SourceActionPublicId', 'ActionPublicId', 'UnhandledPaymentPublicId', 'DebtorPublicId'];

/** Billecta's longest ids have 36 characters, and its longest event name 48 (docs/facts/billecta.md 1.4, 6.5). */
const longest = 64;

/** Reads the envelope and a few ids, no more. A body with an id or name that is too long is unreadable. */
export function labelWebhook(body: Record<string, unknown>, keys: EnvelopeKeys): WebhookLabel {
  const { deliveryId, time, payload, secondPayload, ...envelope } = openEnvelope(body, keys);
  const found = {
    deliveryId,
    event: envelope.event && canonicalName(envelope.event),
    subject: subjectIn(payload) ?? subjectIn(secondPayload),
    creditor: envelope.creditor ?? idIn(payload, ['CreditorPublicId']),
  };
  const occurredAt = time === null ? null : (toInstant(time) ?? null);
  if (Object.values(found).some((text) => text !== null && text.length > longest))
    return { ...shortened(found), occurredAt, repeatKey: null, kind: 'unreadable' };
  const kind = kindOf(found);
  return { ...storable(found), occurredAt, repeatKey: repeatKey(found, time, occurredAt), kind };
}

/**
 * An event whose subject cannot have its id is stored, and not applied: the id would be part of a path and an index.
 */
function kindOf({ event, subject }: Names): WebhookLabel['kind'] {
  if (event === null) return 'unreadable';
  if (!supportedEvents.has(event)) return 'unsupported';
  return subject === null || isPlainId(subject) ? 'supported' : 'unreadable';
}

type Names = Pick<WebhookLabel, 'deliveryId' | 'event' | 'subject' | 'creditor'>;

const storable = ({ deliveryId, event, subject, creditor }: Names): Names => ({
  deliveryId: withoutNul(deliveryId),
  event: withoutNul(event),
  subject: withoutNul(subject),
  creditor: withoutNul(creditor),
});

/** PostgreSQL's text cannot store NUL. */
const withoutNul = (text: string | null) => text?.replaceAll('\0', '\uFFFD') ?? null;

/** Without the texts that are too long for an index. */
function shortened(names: Names): Names {
  const fitting = (text: string | null) => (text !== null && text.length > longest ? null : text);
  const { deliveryId, event, subject, creditor } = storable(names);
  return {
    deliveryId: fitting(deliveryId),
    event: fitting(event),
    subject: fitting(subject),
    creditor: fitting(creditor),
  };
}

/** A comment carries its invoice whole; a deletion carries only the invoice's id (docs/facts/billecta.md 6.5). */
function subjectIn(payload: unknown): string | null {
  if (typeof payload === 'string') return payload === '' ? null : payload;
  return idIn(payload, subjects) ?? idIn(fieldOf(payload, 'InvoiceAction'), ['ActionPublicId']);
}

/** The first of these ids that a payload carries. */
function idIn(payload: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fieldOf(payload, name);
    if (typeof value === 'string' && value !== '') return value;
    if (Number.isSafeInteger(value)) return String(value);
  }
  return null;
}

const fieldOf = (payload: unknown, name: string): unknown =>
  typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>)[name] : undefined;
