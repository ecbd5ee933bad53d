import type { EventState } from '../../domain/event-state.ts';
import type {
  Delivery,
  EnvelopeParser,
  ParsedDelivery,
  RejectedDelivery,
} from '../../services/ports/intake.ts';
import { labelWebhook, type WebhookLabel } from './label-webhook.ts';
import { repetition } from './repeat-key.ts';
import type { EnvelopeKeys } from './webhook-envelope.ts';

/** How much of a refused body is logged, bytes. */
const headSize = 4 * 1024;

/** Reads the fields of a delivery that its row needs, and identifies repetitions. */
export const envelopeParser = (keys: EnvelopeKeys): EnvelopeParser => ({
  parse({ headers, bytes, receivedAt }: Delivery): ParsedDelivery {
    const body = withoutMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const label = readLabel(body, keys);
    if (label.kind === 'refused') return label;
    const { kind, ...names } = label;
    return { kind: 'event', event: { ...names, headers, body, state: firstState[kind], receivedAt } };
  },
  repeats: repetition(keys),
});

const firstState: Record<WebhookLabel['kind'], EventState> = {
  supported: 'pending',
  unsupported: 'ignored',
  unreadable: 'unreadable',
};

/**
 * A label is ASCII, and so is all JSON outside its strings: a body is read as Latin-1, which costs next to nothing,
 * where decoding UTF-8 costs half as much as parsing. Only a label with other characters is read again, as UTF-8.
 */
function readLabel(body: Buffer, keys: EnvelopeKeys): WebhookLabel | RejectedDelivery {
  const read = parse(body.toString('latin1'));
  if (read === undefined) return refused('not-json', 'The body is not JSON.', body);
  if (!isObject(read)) return refused('invalid-request', 'The body is JSON, but not an object.', body);
  const label = labelWebhook(read, keys);
  return isSure(label) ? label : labelWebhook(JSON.parse(body.toString()), keys);
}

/** Bytes beyond ASCII are two or more characters in Latin-1: the text is another one, and may seem too long. */
const isSure = ({ deliveryId, event, subject, creditor, kind }: WebhookLabel) =>
  kind !== 'unreadable' && /^[\0-\x7f]*$/.test(`${deliveryId}${event}${subject}${creditor}`);

const refused = (reason: RejectedDelivery['reason'], why: string, body: Buffer): RejectedDelivery => ({
  kind: 'refused',
  reason,
  why,
  head: body.toString('utf8', 0, headSize),
});

/** Without the byte order mark that some senders put before it. */
const withoutMark = (body: Buffer) =>
  mark.equals(body.subarray(0, mark.length)) ? body.subarray(mark.length) : body;

const mark = Buffer.from('\uFEFF');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);
