import { Hono, type Context as HonoContext } from 'hono';
import type { WebhookReceipt } from '../contract/webhook.ts';
import { Fault } from '../services/fault.ts';
import { noteKeyUse, noteTurnedAway } from '../services/note-visitor.ts';
import { receiveWebhook } from '../services/receive-webhook.ts';
import type { Env } from './env.ts';
import { publicHeaders } from './public-headers.ts';
import { readBody, readHead } from './read-body.ts';
import { findKey } from './webhook-key.ts';

const largest = 256 * 1024;

/** Billecta's way in: key, size, JSON, then on disk, then the answer. */
export const webhookRoute = new Hono<Env>().post('/billecta-webhook-receiver', async (c) => {
  const { context, webhookKeys, webhookKeyHeader } = c.var.tenant;
  const key = findKey(webhookKeys, c.req.header(webhookKeyHeader) ?? '');
  if (!key) {
    const fault = new Fault('unauthenticated', 'The webhook key is missing or wrong.');
    throw turnAway(c, fault, await readHead(c.req.raw));
  }
  noteKeyUse(context, key.name);
  const body = await readBody(c.req.raw, largest);
  if (body.kind === 'too-large') {
    throw turnAway(c, new Fault('too-large', `The body is larger than ${largest / 1024} KiB.`), body.head);
  }
  const event = parse(body.text);
  if (event instanceof Fault) throw turnAway(c, event, body.text);
  const { id } = await receiveWebhook(context, body.text, event);
  return c.json({ id } satisfies WebhookReceipt);
});

function parse(text: string): Record<string, unknown> | Fault {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return new Fault('not-json', 'The body is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return new Fault('invalid-request', 'The body is JSON, but not an object.');
  }
  return body as Record<string, unknown>;
}

/** Notes who was turned away and why, for the administrator who wonders why nothing arrives. */
function turnAway(c: HonoContext<Env>, fault: Fault, body: string): Fault {
  const { context, webhookKeyHeader } = c.var.tenant;
  const headers = publicHeaders(c.req.raw.headers, webhookKeyHeader);
  noteTurnedAway(context, { reason: fault.code, headers, body });
  // Its body may not have been read to the end, so nothing else can come over this connection.
  c.header('Connection', 'close');
  return fault;
}
