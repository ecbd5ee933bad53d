/** The keys under which each part of a webhook may come, most likely first; the case of letters does not matter. */
export interface EnvelopeKeys {
  event: readonly string[];
  payload: readonly string[];
  deliveryId: readonly string[];
  creditor: readonly string[];
  secondPayload: readonly string[];
}

/** The candidates of facts/billecta.md 6.3, until one real webhook has been seen. */
export const candidateKeys: EnvelopeKeys = {
  event: ['Event', 'EventType', 'Type', 'WebhookType', 'TriggerType', 'Name'],
  payload: ['Data', 'Payload', 'Object', 'Value'],
  deliveryId: ['Id', 'EventId', 'WebhookId', 'DeliveryId', 'EventPublicId'],
  creditor: ['CreditorPublicId'],
  secondPayload: [
    'Data2',
    'Payload2',
    'Object2',
    'Value2',
    'SecondaryData',
    'SecondaryPayload',
    'AdditionalData',
  ],
};

export interface Envelope {
  event: string | null;
  deliveryId: string | null;
  creditor: string | null;
  payload: unknown;
  /** Nothing for nearly all events. */
  secondPayload: unknown;
}

/** Takes a webhook's body apart. A body that wraps nothing is itself the payload;
 * its own fields tell what it is sooner than a name does, since views have fields such as `Name` too. */
export function openEnvelope(body: Record<string, unknown>, keys: EnvelopeKeys): Envelope {
  const parts = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  const first = (names: readonly string[]) =>
    names.map((name) => parts.get(name.toLowerCase())).find((value) => value !== undefined && value !== null);
  const wrapped = first(keys.payload);
  const payload = unwrap(wrapped ?? body);
  const named = first(keys.event);
  const deliveryId = wrapped === undefined ? undefined : first(keys.deliveryId);
  const creditor = first(keys.creditor);
  return {
    event:
      (wrapped === undefined && recognise(body)) || (typeof named === 'string' ? named : recognise(payload)),
    deliveryId: typeof deliveryId === 'string' || typeof deliveryId === 'number' ? String(deliveryId) : null,
    creditor: typeof creditor === 'string' ? creditor : null,
    payload,
    secondPayload: wrapped === undefined ? undefined : unwrap(first(keys.secondPayload)),
  };
}

/** A payload may be JSON inside a string. */
function unwrap(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
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
  if (has('DebtorPublicId', 'OrgNo') && !has('ActionPublicId')) return 'DebtorUpdated';
  return null;
}

function unhandledPayment(payload: Record<string, unknown>): string {
  const details = payload.OverpaymentDetails as { UsedOnActionPublicId?: unknown } | null | undefined;
  if (!details) return 'UnmatchedPayment';
  return details.UsedOnActionPublicId ? 'OverpaymentMatchedToInvoice' : 'Overpayment';
}
