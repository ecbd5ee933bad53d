import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { ApiContext, ApiEnv } from '../api/endpoint.ts';
import { operationOf } from '../api/endpoint.ts';
import { problem } from '../api/problem.ts';
import type { Faults } from './faults.ts';

/** The faults that meet a call before anybody looks at who calls: outages, errors, slowness, lost answers. */
export function breakDown(faults: Faults, closed: AbortSignal): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    let loseAnswer = false;
    const kinds = ['outage', 'error500', 'tooManyRequests', 'slow', 'lostAnswer'] as const;
    for (const fault of faults.forCall(kinds, operationOf(c.var.match))) {
      switch (fault.kind) {
        case 'outage':
          return fault.how === 'cut' ? cut(c) : problem(c, 503, 'Tjänsten är inte tillgänglig');
        case 'error500':
          return problem(c, 500, 'Ett oväntat fel har inträffat');
        case 'tooManyRequests':
          if (fault.retryAfterSeconds !== undefined) c.header('Retry-After', String(fault.retryAfterSeconds));
          return problem(c, 429, 'För många anrop');
        case 'slow':
          await sleep(fault.ms, undefined, { signal: closed }).catch(() => {});
          break;
        case 'lostAnswer':
          loseAnswer = true;
      }
    }
    await next();
    if (loseAnswer) c.res = cut(c);
  };
}

/** Refuses what the caller is otherwise allowed to ask for, with Billecta's kind of message. */
export function refuse(faults: Faults): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    for (const fault of faults.forCall(['refuse'], operationOf(c.var.match))) {
      if (fault.kind === 'refuse') return problem(c, 400, fault.message ?? 'Åtgärden kan inte utföras');
    }
    return next();
  };
}

/** Cuts the connection; the caller sees no answer at all. */
function cut(c: ApiContext): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
