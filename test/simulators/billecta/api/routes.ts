import { Hono } from 'hono';
import { breakDown, refuse } from '../faults/api-faults.ts';
import type { Faults } from '../faults/faults.ts';
import type { World } from '../world.ts';
import { authenticated } from './authenticated.ts';
import { authenticationEndpoint } from './authentication.ts';
import type { ApiCall } from './call-log.ts';
import { logCalls } from './call-log.ts';
import { commandEndpoints } from './commands.ts';
import { commentEndpoint } from './comments.ts';
import type { Credentials } from './credentials.ts';
import { creditorEndpoints } from './creditors.ts';
import { debtorEndpoints } from './debtors.ts';
import { dispatch } from './dispatch.ts';
import type { ApiEnv } from './endpoint.ts';
import { invoiceEndpoints } from './invoices.ts';
import { lengthRequired } from './length-required.ts';
import { matcher } from './match.ts';
import { rateLimited } from './rate-limited.ts';

export interface ApiParts {
  readonly world: World;
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly calls: ApiCall[];
  /** Aborted when the simulator closes. */
  readonly closed: AbortSignal;
}

/** Billecta's API, to be mounted at `/v1`. Every call goes through the same steps before it is carried out. */
export function apiRoutes({ world, credentials, faults, calls, closed }: ApiParts): Hono<ApiEnv> {
  const { candidates, now } = world;
  const match = matcher([
    authenticationEndpoint(candidates),
    ...creditorEndpoints,
    ...debtorEndpoints,
    ...invoiceEndpoints,
    commentEndpoint,
    ...commandEndpoints(candidates),
  ]);
  return new Hono<ApiEnv>().all(
    '/*',
    async (c, next) => {
      c.set('match', match(c.req.method, c.req.path));
      await next();
    },
    logCalls(calls, now),
    breakDown(faults, closed),
    lengthRequired,
    authenticated(credentials),
    rateLimited(candidates),
    refuse(faults),
    dispatch(world, credentials),
  );
}
