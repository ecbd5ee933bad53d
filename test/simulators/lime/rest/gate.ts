import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';
import type { Call } from './calls.ts';
import type { Rest, RestEnv } from './env.ts';
import { RestError } from './errors.ts';
import type { Fault } from './faults.ts';
import { retryAfter } from './retry-after.ts';

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
export const faulty = (rest: Rest): GateHandler =>
  async function fail(c, next) {
    const fault = rest.faults.take(c.req.method, pathBelowDatabase(c));
    return fault ? suffer(rest, c, fault, next) : next();
  };

async function suffer(
  { faults, candidates }: Rest,
  c: Context<RestEnv>,
  fault: Fault,
  next: Next,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'status':
      return c.text('', fault.status, {
        ...(fault.retryAfterSeconds !== undefined &&
          retryAfter(fault.retryAfterSeconds, candidates.retryAfter)),
        ...(fault.location !== undefined && { Location: fault.location }),
      });
    case 'outage':
      return cut(c);
    case 'lost-answer':
      await next();
      return cut(c);
    case 'slow':
      await faults.delay(fault.ms);
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
export const limited = ({ rateLimiter, candidates }: Rest): GateHandler =>
  async function limit(c, next) {
    const seconds = rateLimiter.exceeded(c.env.incoming.socket.remoteAddress ?? '');
    if (seconds === undefined) return next();
    const headers = retryAfter(seconds, candidates.retryAfter);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
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

/** As it came, with or without a slash at its end. */
const pathBelowDatabase = (c: Context): string => new URL(c.req.url).pathname.replace(/^\/[^/]*/, '');
