import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import type { Env } from '../../env.ts';
import { announcesBody } from './announces-body.ts';

/** Levels of JSON; a filter of Lime's has a few. */
const deepest = 64;

/** Refuses JSON that is nested so deep that reading it step by step would use up the stack. */
export const refuseDeepBodies = createMiddleware<Env>(async (c, next) => {
  if (announcesBody(c) && isDeep(await c.req.text()))
    throw new Fault('invalid-request', `The body is nested deeper than ${deepest} levels.`);
  return next();
});

function isDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isText && sign === '\\') at += 1;
    else if (sign === '"') isText = !isText;
    else if (isText) continue;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
