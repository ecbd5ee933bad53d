import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import type { Env } from '../../env.ts';
import { announcesBody } from './announces-body.ts';
import { endpointOf } from './endpoint.ts';

/**
 * Whether a body is empty in effect, and may be sent where none is expected: clients that post JSON seldom post nothing
 * at all. Not a regular expression: a stranger's body would make it try each way to divide the blanks.
 */
function saysNothing(body: string): boolean {
  const text = body.trim();
  return text === '' || (text.startsWith('{') && text.endsWith('}') && text.slice(1, -1).trim() === '');
}

/**
 * Refuses a body where the contract has none: its sender believes that it means something.
 *
 * @param app - all routes, including those that are added later
 */
export const refuseNeedlessBody = (app: Pick<OpenAPIHono<Env>, 'openAPIRegistry'>) => {
  let takers: ReadonlySet<string> | undefined;
  return createMiddleware<Env>(async (c, next) => {
    const endpoint = announcesBody(c) ? endpointOf(c) : undefined;
    if (!endpoint) return next();
    takers ??= bodyTakers(app);
    if (takers.has(`${endpoint.method} ${endpoint.path}`)) return next();
    if (c.req.method === 'POST' && saysNothing(await c.req.text())) return next();
    throw new Fault('invalid-request', 'This takes no body.');
  });
};

/** The endpoints that the contract has a body for, as `POST /path/:id`. */
function bodyTakers({ openAPIRegistry }: Pick<OpenAPIHono<Env>, 'openAPIRegistry'>): ReadonlySet<string> {
  return new Set(
    openAPIRegistry.definitions.flatMap((definition) => {
      if (definition.type !== 'route' || !definition.route.request?.body) return [];
      const { method, path } = definition.route;
      return `${method.toUpperCase()} ${path.replaceAll(/\{(.+?)\}/g, ':$1')}`;
    }),
  );
}
