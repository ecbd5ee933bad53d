import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';
import type { Call } from './calls.ts';
import type { Rest, RestEnv } from './env.ts';
import { RestError } from './errors.ts';
import type { Fault } from './faults.ts';

type GateHandler = MiddlewareHandler<RestEnv>;

/** Writes every request into the call log, also those that are cut off. */
export const recorded = ({ calls, logins }: Rest): GateHandler =>
  async function record(c, next) {
    const identity = logins.identify((name) => c.req.header(name));
    const url = new URL(c.req.url);
    const call: Call = {
      at: new Date(),
      method: c.req.method,
      path: pathBelowDatabase(c),
      search: url.search,
      user: identity?.user.name,
      credential: identity?.credential,
      userAgent: c.req.header('user-agent'),
      status: undefined,
    };
    calls.push(call);
    await next();
    if (!c.env.incoming.socket.destroyed) call.status = c.res.status;
  };

/** Lets the faults that are on have their way. */
export const faulty = ({ faults }: Rest): GateHandler =>
  async function fail(c, next) {
    const fault = faults.take(c.req.method, pathBelowDatabase(c));
    if (!fault) return next();
    return suffer(c, fault, next, (ms) => faults.delay(ms));
  };

async function suffer(
  c: Context<RestEnv>,
  fault: Fault,
  next: Next,
  delay: (ms: number) => Promise<void>,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfterSeconds !== undefined) c.header('Retry-After', String(fault.retryAfterSeconds));
      return c.text('', fault.status);
    case 'outage':
      return cut(c);
    case 'lost-answer':
      await next();
      return cut(c);
    case 'slow':
      await delay(fault.ms);
      await next();
      return undefined;
  }
}

function cut(c: Context<RestEnv>): Response {
  c.env.incoming.socket.destroy();
  c.res = RESPONSE_ALREADY_SENT;
  return RESPONSE_ALREADY_SENT;
}

/** 429 to a client address that asks too much. That status and `Retry-After` are not documented (facts 7). */
export const limited = ({ rateLimiter }: Rest): GateHandler =>
  async function limit(c, next) {
    const seconds = rateLimiter.exceeded(c.env.incoming.socket.remoteAddress ?? '');
    if (seconds === undefined) return next();
    c.header('Retry-After', String(seconds));
    throw new RestError(429, 'Too many requests');
  };

/** Lets only known callers through. */
export const authenticated = ({ logins, candidates }: Rest): GateHandler =>
  async function authenticate(c, next) {
    const identity = logins.identify((name) => c.req.header(name));
    if (!identity) throw new RestError(candidates.unauthenticated, 'Unauthorized');
    c.set('user', identity.user);
    return next();
  };

const pathBelowDatabase = (c: Context): string => c.req.path.replace(/^\/[^/]*/, '');
