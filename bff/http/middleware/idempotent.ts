import { hash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../services/shared/fault.ts';
import { idempotentAnswer } from '../../services/shared/idempotent-answer.ts';
import type { Env } from '../env.ts';

const form = /^[\x21-\x7e]{1,255}$/;

/**
 * Keeps the promise of an `Idempotency-Key`: the same POST of the same caller is carried out once, and answered alike.
 */
export const idempotent = createMiddleware<Env>(async (c, next) => {
  const key = c.req.header('idempotency-key');
  if (key === undefined || c.req.method !== 'POST') return next();
  if (!form.test(key))
    throw new Fault('invalid-request', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
  const { caller } = c.var;
  const requestHash = hash('sha256', `${c.req.path}\n${await c.req.text()}`);
  let own = false;
  const answer = await idempotentAnswer(caller, { caller: caller.owner, key, requestHash }, async () => {
    own = true;
    await next();
    return { status: c.res.status, body: await c.res.clone().text() };
  });
  if (own) return;
  const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
  c.header('Idempotency-Replayed', 'true');
  return c.newResponse(answer.body, answer.status as 200, { 'content-type': type });
});
