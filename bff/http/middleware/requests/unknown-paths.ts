import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import { logRejected } from '../../../services/webhooks/receiver-log.ts';
import type { Env } from '../../env.ts';
import { readHead } from '../../webhook/read-body.ts';
import { publicHeaders } from '../public-headers.ts';
import { endpointOf } from './endpoint.ts';

/** How much of a path is logged, characters. */
const pathKept = 200;

/**
 * Refuses unknown paths before the caller is checked: a webhook's key is not for Lime to see. A POST is listed among
 * the rejected deliveries, since an administrator looks for a mistyped address there.
 */
export const refuseUnknownPaths = createMiddleware<Env>(async (c, next) => {
  if (endpointOf(c)) return next();
  const { context, webhookKeyHeader } = c.var.tenant;
  const { incoming } = c.env;
  if (c.req.method === 'POST') {
    const headers = {
      ':path': c.req.path.slice(0, pathKept),
      ...publicHeaders(incoming.headers, webhookKeyHeader),
    };
    logRejected(context, { reason: 'not-found', headers, body: await readHead(incoming) });
    c.header('Connection', 'close');
  }
  throw new Fault('not-found', 'There is nothing here.');
});
