import { Hono, type Context as HonoContext } from 'hono';
import type { WebhookReceipt } from '../../contract/webhook.ts';
import { Fault } from '../../services/shared/fault.ts';
import { receiveWebhook } from '../../services/webhooks/receive-webhook.ts';
import { logKeyUse, logRejected } from '../../services/webhooks/receiver-log.ts';
import type { AppDeps, Env } from '../env.ts';
import { publicHeaders } from '../middleware/public-headers.ts';
import { beginRequest } from '../middleware/request-log.ts';
import { plainSecurityHeaders } from '../middleware/security-headers.ts';
import { resolveTenant } from '../middleware/tenant.ts';
import { answerProblem } from '../problem.ts';
import { readBody, readHead } from './read-body.ts';
import { findKey } from './webhook-key.ts';

/**
 * The endpoint for Billecta: key, size, JSON, then on disk, then the answer. It runs before all middleware, reads the
 * headers as node has them and answers with plain ones: the middleware costs more than all the rest of the way.
 */
export const webhookRoute = (deps: Pick<AppDeps, 'tenants' | 'log'>) =>
  new Hono<Env>().on('POST', ['/billecta-webhook-receiver', '/billecta-webhook-receiver/'], async (c) => {
    const finish = beginRequest(c, deps.log);
    const response = await receive(deps, c).catch((error: unknown) => problem(c, error));
    finish(response.status);
    return response;
  });

async function receive(deps: Pick<AppDeps, 'tenants'>, c: HonoContext<Env>): Promise<Response> {
  const { context, webhookKeys, webhookKeyHeader, webhookBodyLimit } = resolveTenant(deps, c);
  const { incoming } = c.env;
  const { headers } = incoming;
  const key = findKey(webhookKeys, String(headers[webhookKeyHeader] ?? ''));
  if (!key) {
    const fault = new Fault('unauthenticated', 'The webhook key is missing or wrong.');
    throw turnAway(c, fault, await readHead(incoming));
  }
  logKeyUse(context, key.name);
  const body = await readBody(incoming, webhookBodyLimit);
  if (body.kind === 'too-large') {
    throw turnAway(
      c,
      new Fault('too-large', `The body is larger than ${webhookBodyLimit / 1024} KiB.`),
      body.head,
    );
  }
  const webhook = { headers: publicHeaders(headers, webhookKeyHeader), bytes: body.bytes };
  const id = await receiveWebhook(context, webhook);
  return new Response(JSON.stringify({ id } satisfies WebhookReceipt), {
    headers: { ...headersOf(c), 'content-type': 'application/json' },
  });
}

function problem(c: HonoContext<Env>, error: unknown): Response {
  for (const [name, value] of Object.entries(headersOf(c))) c.header(name, value);
  return answerProblem(c, error);
}

const headersOf = (c: HonoContext<Env>) => ({
  ...plainSecurityHeaders,
  'cache-control': 'no-store',
  'x-request-id': c.get('requestId'),
});

/** Logs a rejected request and the reason, for the administrator who looks for missing webhooks. */
function turnAway(c: HonoContext<Env>, fault: Fault, body: string): Fault {
  const { context, webhookKeyHeader } = c.var.tenant;
  const headers = publicHeaders(c.env.incoming.headers, webhookKeyHeader);
  logRejected(context, { reason: fault.code, headers, body });
  // Its body may not have been read to the end, so nothing else can come over this connection.
  c.header('Connection', 'close');
  return fault;
}
