import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { WebhookReceipt } from '../contract/webhook.ts';
import { Fault } from '../services/fault.ts';
import { receiveWebhook } from '../services/receive-webhook.ts';
import type { Env, WebhookKey } from './env.ts';
import { readBody } from './read-body.ts';

const largest = 256 * 1024;

/** Billecta's way in: key, size, JSON, then on disk, then the answer. */
export const webhookRoute = new Hono<Env>().post('/billecta-webhook-receiver', async (c) => {
  const { context, webhookKeys } = c.var.tenant;
  const key = findKey(webhookKeys, c.req.header('x-api-key') ?? '');
  if (!key) throw new Fault('unauthenticated', 'The webhook key is missing or wrong.');
  const text = await readBody(c.req.raw, largest);
  const { id, event, duplicate } = await receiveWebhook(context, text, parse(text));
  context.log.info({ requestId: c.var.requestId, id, event, duplicate, key: key.name }, 'webhook stored');
  return c.json({ id } satisfies WebhookReceipt);
});

/** Compares with every key, each in constant time, so that the time taken tells nothing. */
function findKey(keys: readonly WebhookKey[], given: string): WebhookKey | undefined {
  const hash = createHash('sha256').update(given).digest();
  return keys.filter((key) => timingSafeEqual(key.hash, hash))[0];
}

function parse(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Fault('not-json', 'The body is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Fault('invalid-request', 'The body is JSON, but not an object.');
  }
  return body as Record<string, unknown>;
}
