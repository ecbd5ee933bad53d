import type { Context as HonoContext } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { RouterRoute } from 'hono/types';
import type { Env } from '../../env.ts';

/** Whether a route answers something; what only passes requests on, middleware, is there for all methods. */
export const isEndpoint = ({ method }: RouterRoute): boolean => method !== 'ALL';

/** The endpoint that matches a request, if there is one. */
export const endpointOf = (c: HonoContext<Env>): RouterRoute | undefined => matchedRoutes(c).find(isEndpoint);
