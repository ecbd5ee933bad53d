import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import type { Env } from '../../env.ts';
import { endpointOf } from './endpoint.ts';

/** Checked on every call, by invoicesOnly. */
const everywhere = 'limetype';

/**
 * Refuses a query that the contract does not have, such as `Limetype` or `limetype[]`: its sender believes that it
 * narrows the request.
 *
 * @param app - all routes, including those that are added later
 */
export const refuseUnknownQueries = (app: Pick<OpenAPIHono<Env>, 'openAPIRegistry'>) => {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return createMiddleware<Env>(async (c, next) => {
    const endpoint = endpointOf(c);
    const names = Object.keys(c.req.queries());
    if (!endpoint || names.length === 0) return next();
    known ??= queriesOf(app);
    const own = known.get(`${endpoint.method} ${endpoint.path}`);
    const unknown = names.find((name) => name !== everywhere && !own?.has(name));
    if (unknown === undefined) return next();
    throw new Fault('invalid-request', `There is no query "${unknown.slice(0, 100)}" here.`);
  });
};

/** The names in each endpoint's query, by `GET /path/:id`. */
function queriesOf({ openAPIRegistry }: Pick<OpenAPIHono<Env>, 'openAPIRegistry'>) {
  const known = new Map<string, ReadonlySet<string>>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { method, path, request } = definition.route;
    const shape = request?.query && 'shape' in request.query ? request.query.shape : {};
    const endpoint = `${method.toUpperCase()} ${path.replaceAll(/\{(.+?)\}/g, ':$1')}`;
    known.set(endpoint, new Set(Object.keys(shape as object)));
  }
  return known;
}
