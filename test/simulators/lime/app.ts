import { Hono } from 'hono';
import type { Rest } from './rest/env.ts';
import { restApi } from './rest/index.ts';
import { routedPath } from './rest/slash.ts';
import { webClient } from './web/index.ts';
import type { WebClient } from './web/web-client.ts';

/** Everything that one Lime database serves itself; the mount of the BFF is proxied before it gets here. */
export function limeApp(database: string, rest: Rest, client: WebClient) {
  return new Hono({ getPath: routedPath })
    .route(`/${database}/api`, restApi(rest))
    .route(`/${database}`, webClient(client))
    .get('/', (c) => c.redirect(`/${encodeURIComponent(database)}/client/`));
}
