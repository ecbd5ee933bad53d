import type { MiddlewareHandler } from 'hono';
import type { ApiEnv, Operation } from './endpoint.ts';
import { operationOf } from './endpoint.ts';

/** One request that the API received. */
export interface ApiCall {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  /** Null when no operation has this method and path. */
  readonly operation: Operation | null;
  /** Null while it is unanswered, and for good when the connection was cut. */
  status: number | null;
}

/** Notes each call as it arrives, and its status once it is answered. */
export function logCalls(calls: ApiCall[], now: () => Date): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const call: ApiCall = {
      at: now(),
      method: c.req.method,
      path: c.req.path,
      operation: operationOf(c.var.match),
      status: null,
    };
    calls.push(call);
    await next();
    if (!c.env.incoming.socket.destroyed) call.status = c.res.status;
  };
}
