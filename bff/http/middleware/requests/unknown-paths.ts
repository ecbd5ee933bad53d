import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import { logRejected } from '../../../services/webhooks/receiver-log.ts';
import type { Env } from '../../env.ts';
import { readHead } from '../../webhook/read-body.ts';
import { publicHeaders } from '../public-headers.ts';
import { endpointOf } from './endpoint.ts';

/** What is kept of a path, characters. */
const pathKept = 200;

/**
 * Refuses what leads nowhere before anybody is asked who the caller is: a webhook's key is not for Lime to see. A POST is
 * listed among the deliveries that were turned away, since an address with a slip is looked for there.
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
