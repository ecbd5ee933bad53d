/** The keys under which each part of a webhook may come, most likely first; the case of letters does not matter. */
export interface EnvelopeKeys {
  event: readonly string[];
  payload: readonly string[];
  deliveryId: readonly string[];
  creditor: readonly string[];
  secondPayload: readonly string[];
  /** When it happened. */
  time: readonly string[];
}

/**
 * Billecta's envelope `{ EventDate, CreditorPublicId, Event, Data, AdditionalData }` (docs/facts/billecta.md 6.3). It
 * carries no delivery id. Another form is a matter of configuration (`WEBHOOK_ENVELOPE`).
 */
export const defaultKeys: EnvelopeKeys = {
  event: ['Event'],
  payload: ['Data'],
  deliveryId: [],
  creditor: ['CreditorPublicId'],
  secondPayload: ['AdditionalData'],
  time: ['EventDate'],
};

export interface Envelope {
  /** As Billecta spells it. */
  event: string | null;
  deliveryId: string | null;
  creditor: string | null;
  /** When it happened, as it was written. */
  time: string | null;
  payload: unknown;
  /** Null for nearly all events. */
  secondPayload: unknown;
}

/**
 * Splits a webhook's body into its parts. A body that wraps nothing is itself the payload; its own fields identify it
 * before a name does, since views have fields such as `Name` too.
 */
export function openEnvelope(body: Record<string, unknown>, keys: EnvelopeKeys): Envelope {
  const parts = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  const first = (names: readonly string[]): unknown => {
    for (const name of names) {
      const value = parts.get(name.toLowerCase());
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
  const wraps = keys.payload.some((name) => parts.has(name.toLowerCase()));
  const payload = wraps ? unwrap(first(keys.payload) ?? null) : body;
  const named = first(keys.event);
  return {
    event: (!wraps && recognise(body)) || asText(named) || recognise(payload),
    deliveryId: wraps ? asId(first(keys.deliveryId)) : null,
    creditor: asText(first(keys.creditor)),
    time: wraps ? asText(first(keys.time)) : null,
    payload,
    secondPayload: wraps ? unwrap(first(keys.secondPayload) ?? null) : null,
  };
}

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A number beyond a double's exact range identifies nothing: its neighbours read as the same. */
const asId = (value: unknown): string | null => (Number.isSafeInteger(value) ? String(value) : asText(value));

/** A payload may be a JSON object inside a string; any other text, such as an id of ten digits, is itself. */
function unwrap(payload: unknown): unknown {
  if (typeof payload !== 'string' || !/^\s*[{[]/.test(payload)) return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}

/** The event that a payload without a name is most likely about, by the fields that only its view has. */
function recognise(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const has = (...names: string[]) => names.every((name) => name in payload);
  if (has('PaymentReferenceId', 'IsReminderPayment')) return 'InvoicePaymentReceived';
  if (has('UnhandledPaymentPublicId')) return unhandledPayment(payload as Record<string, unknown>);
  if (has('SourceActionPublicId', 'ReminderInvoices')) return 'ReminderInvoiceActionCreated';
  if (has('ActionPublicId', 'State')) return 'InvoiceActionStateChanged';
  if (has('ActionPublicId', 'Delivered', 'Reason')) return 'UndeliveredInvoice';
  if (has('InvoiceAction', 'Event')) return 'InvoiceCommented';
  if (has('DebtorPublicId', 'OrgNo') && !has('ActionPublicId')) return 'DebtorUpdated';
  return null;
}

function unhandledPayment(payload: Record<string, unknown>): string {
  const details = payload.OverpaymentDetails as { UsedOnActionPublicId?: unknown } | null | undefined;
  if (!details) return 'UnmatchedPayment';
  return details.UsedOnActionPublicId ? 'OverpaymentMatchedToInvoice' : 'Overpayment';
}
