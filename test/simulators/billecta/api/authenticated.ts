import type { MiddlewareHandler } from 'hono';
import type { Credentials } from './credentials.ts';
import type { ApiEnv } from './endpoint.ts';
import { problem } from './problem.ts';

/** Lets known callers through; `apiauthenticate` takes the same Basic header as everything else. */
export function authenticated(credentials: Credentials): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (!credentials.accept(c.req.header('authorization'))) {
      return problem(c, 401, 'Felaktiga inloggningsuppgifter');
    }
    return next();
  };
}
